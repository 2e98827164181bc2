// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/delay.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(lock);

static noinline void *grow(void)
{
	return kmalloc(64, GFP_KERNEL);
}

static int __init demo_init(void)
{
	void *more;

	spin_lock(&lock);
	more = grow();
	spin_unlock(&lock);
	kfree(more);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
