// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

static int table[5];
static int nr;

static noinline void fill(int count)
{
	for (int i = 0; i < count; i++)
		table[i] = i;
}

static int __init demo_init(void)
{
	fill(READ_ONCE(nr) + 6);
	pr_info("first %d\n", table[READ_ONCE(nr)]);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
