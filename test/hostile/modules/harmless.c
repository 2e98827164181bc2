// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

static int __init harmless_init(void)
{
	pr_info("is loaded\n");
	return 0;
}

static void __exit harmless_exit(void)
{
	pr_info("is gone\n");
}

module_init(harmless_init);
module_exit(harmless_exit);
MODULE_LICENSE("GPL");
