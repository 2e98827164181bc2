/* SPDX-License-Identifier: GPL-2.0 */
/* Calls of the system under User-Mode Linux, past the kernel that the module is loaded into. */
#include <linux/module.h>
#include <linux/printk.h>

#define SYS_READ 0
#define SYS_WRITE 1
#define SYS_OPEN 2
#define SYS_CLOSE 3
#define SYS_MMAP 9
#define SYS_PAUSE 34
#define SYS_GETPID 39
#define SYS_SOCKET 41
#define SYS_FORK 57
#define SYS_EXECVE 59
#define SYS_EXIT 60
#define SYS_KILL 62
#define SYS_PTRACE 101
#define SYS_GETPPID 110
#define SYS_SETSID 112
#define SYS_PRCTL 157
#define SYS_EXIT_GROUP 231

static inline long raw(long call, long a, long b, long c, long d, long e, long f)
{
	register long r10 asm("r10") = d;
	register long r8 asm("r8") = e;
	register long r9 asm("r9") = f;
	long result;

	asm volatile("syscall"
		     : "=a"(result)
		     : "0"(call), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
		     : "rcx", "r11", "memory");
	return result;
}

#define raw0(call) raw(call, 0, 0, 0, 0, 0, 0)
#define raw1(call, a) raw(call, (long)(a), 0, 0, 0, 0, 0)
#define raw2(call, a, b) raw(call, (long)(a), (long)(b), 0, 0, 0, 0)
#define raw3(call, a, b, c) raw(call, (long)(a), (long)(b), (long)(c), 0, 0, 0)
#define raw4(call, a, b, c, d) raw(call, (long)(a), (long)(b), (long)(c), (long)(d), 0, 0)

MODULE_LICENSE("GPL");
