// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/refcount.h>

static refcount_t users = REFCOUNT_INIT(INT_MAX);

static noinline void get(void)
{
	refcount_inc(&users);
}

static int __init demo_init(void)
{
	get();
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
