// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

static noinline void advance(int state)
{
	BUG_ON(state > 3);
}

static int __init demo_init(void)
{
	advance(4);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
