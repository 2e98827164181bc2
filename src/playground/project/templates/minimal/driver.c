// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

static int __init hello_init(void)
{
	pr_info("loaded\n");
	return 0;
}
module_init(hello_init);

static void __exit hello_exit(void)
{
	pr_info("unloaded\n");
}
module_exit(hello_exit);

MODULE_DESCRIPTION("Says when it is loaded and unloaded");
MODULE_LICENSE("GPL");
