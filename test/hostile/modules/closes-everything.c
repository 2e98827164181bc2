// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

static int __init hostile_init(void)
{
	int fd;

	for (fd = 0; fd < 64; fd++)
		raw1(SYS_CLOSE, fd);
	return 0;
}

module_init(hostile_init);
