// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

static int __init s_init(void)
{
	int a[4];
	int *p = a;

	OPTIMIZER_HIDE_VAR(p);
	kfree(p);
	return 0;
}

static void __exit s_exit(void)
{
}

module_init(s_init);
module_exit(s_exit);
MODULE_LICENSE("GPL");
