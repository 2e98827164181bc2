// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

static int __init hostile_init(void)
{
	raw1(SYS_EXIT_GROUP, 0);
	return 0;
}

module_init(hostile_init);
