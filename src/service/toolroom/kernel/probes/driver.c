// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

#ifdef WITH_INIT
static int __init probe_init(void)
{
	pr_info("the C probe is loaded\n");
	return 0;
}
module_init(probe_init);
#endif

#ifdef WITH_EXIT
static void __exit probe_exit(void)
{
}
module_exit(probe_exit);
#endif

MODULE_DESCRIPTION("Probe");
MODULE_LICENSE("GPL");
