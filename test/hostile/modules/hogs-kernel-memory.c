// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

/* The kernel's own memory, until there is none. */
static int __init hostile_init(void)
{
	while (kmalloc(65536, GFP_KERNEL | __GFP_NOFAIL))
		;
	return 0;
}

module_init(hostile_init);
MODULE_LICENSE("GPL");
