// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

static int __init driver_init(void)
{
	return 0;
}
module_init(driver_init);

static void __exit driver_exit(void)
{
}
module_exit(driver_exit);

MODULE_DESCRIPTION("A module to begin with");
MODULE_LICENSE("GPL");
