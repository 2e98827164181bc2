// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include "pulse.h"

static int __init reads_init(void)
{
	pr_info("pulse is %d\n", pulse_read(2));
	return 0;
}
module_init(reads_init);

static void __exit reads_exit(void)
{
}
module_exit(reads_exit);

MODULE_DESCRIPTION("Reads a sensor");
MODULE_LICENSE("GPL");
