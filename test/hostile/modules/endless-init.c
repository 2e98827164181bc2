// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

static int __init hostile_init(void)
{
	for (;;)
		cpu_relax();
	return 0;
}

module_init(hostile_init);
