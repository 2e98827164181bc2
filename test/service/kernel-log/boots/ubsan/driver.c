// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

static int speeds[4];

static noinline int speed(int port)
{
	return speeds[port];
}

static noinline int bit(int nr)
{
	return 1 << nr;
}

static int __init demo_init(void)
{
	pr_info("bit %d\n", bit(33));
	pr_info("speed %d\n", speed(4));
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
