// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

#define READ_WRITE 3
#define PRIVATE_ANONYMOUS 0x22
#define HUGE (1L << 30)

static int __init hostile_init(void)
{
	for (;;) {
		char *memory = (char *)raw(SYS_MMAP, 0, HUGE, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0);
		long at;

		if ((long)memory < 0)
			break;
		for (at = 0; at < HUGE; at += 4096)
			asm volatile("movb $1, (%0)" : : "r"(memory + at) : "memory");
	}
	return 0;
}

module_init(hostile_init);
