// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

static int __init piece_init(void)
{
	void *piece = kmalloc(1UL << 30, GFP_KERNEL);

	if (!piece)
		return -ENOMEM;
	kfree(piece);
	return 0;
}

module_init(piece_init);
MODULE_DESCRIPTION("Asks for too much");
MODULE_LICENSE("GPL");
