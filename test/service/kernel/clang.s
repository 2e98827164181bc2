	.text
	.file	"driver.c"
	.section	.ltext,"axl",@progbits
	.p2align	4, 0x90                         # -- Begin function tape_read
	.type	tape_read,@function
tape_read:                              # @tape_read
.Lfunc_begin0:
	.file	0 "/work" "driver.c" md5 0x4461b6f9a5b0d3ae07011dc6d863aa45
	.loc	0 18 0                          # driver.c:18:0
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
.Ltmp0:
	.loc	0 24 10 prologue_end            # driver.c:24:10
	cmpl	$1074294017, %esi               # imm = 0x40086D01
	.loc	0 24 6 is_stmt 0                # driver.c:24:6
	jne	.LBB0_2
.Ltmp1:
	.file	1 "/usr/src/linux/include/linux" "uaccess.h"
	.loc	1 195 9 is_stmt 1               # include/linux/uaccess.h:195:9
	movabsq	$_copy_to_user, %rax
	#APP
1:	nop
	jmp	1b
	#NO_APP
.LBB0_2:                                # %common
	.loc	0 0 0                           # :0:0
	retq
.Lfunc_end0:
	.size	tape_read, .Lfunc_end0-tape_read
	.cfi_endproc
                                        # -- End function
	.type	tape,@object                    # @tape
	.bss
tape:
	.quad	0
	.size	tape, 8
