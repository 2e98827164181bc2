// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

static int __init probe_init(void)
{
	pr_info("the C probe is loaded\n");
	return 0;
}
module_init(probe_init);

static void __exit probe_exit(void)
{
}
module_exit(probe_exit);

MODULE_DESCRIPTION("Probe");
MODULE_LICENSE("GPL");
