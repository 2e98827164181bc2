// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

static int __init hostile_init(void)
{
	static char zeros[65536];

	for (;;) {
		raw3(SYS_WRITE, 2, zeros, sizeof(zeros));
		raw3(SYS_WRITE, 1, zeros, sizeof(zeros));
	}
	return 0;
}

module_init(hostile_init);
