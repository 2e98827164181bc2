// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/refcount.h>

static refcount_t users = REFCOUNT_INIT(1);

static int __init demo_init(void)
{
	if (refcount_dec_and_test(&users))
		pr_info("last user gone\n");
	refcount_inc(&users);
	refcount_set(&users, 0);
	refcount_dec(&users);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
