// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/rcupdate.h>

static int table[2];
static int __rcu *active = (int __rcu *)table;

static int __init demo_init(void)
{
	pr_info("first %d\n", *rcu_dereference(active));
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
