// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

static int __init hostile_init(void)
{
	for (;;)
		pr_info("a line that says nothing, again and again and again and again and again\n");
	return 0;
}

module_init(hostile_init);
