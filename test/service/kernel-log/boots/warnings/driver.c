// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

static noinline void check(int state)
{
	WARN_ON(state > 3);
	WARN_ON_ONCE(state > 3);
	WARN(state > 3, "state %d is not known\n", state);
}

static int __init demo_init(void)
{
	check(4);
	check(5);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
