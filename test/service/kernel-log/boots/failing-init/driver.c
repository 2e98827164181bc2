// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

static int __init demo_init(void)
{
	u32 *state = kzalloc(32, GFP_KERNEL);

	if (!state)
		return -ENOMEM;
	kfree(state);
	return READ_ONCE(*state) ? -EIO : -ENODEV;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
