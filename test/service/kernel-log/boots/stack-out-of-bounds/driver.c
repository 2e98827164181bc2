// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/string.h>

static noinline int sum(const u8 *bytes, int count)
{
	int total = 0;

	for (int i = 0; i <= count; i++)
		total += bytes[i];
	return total;
}

static int __init demo_init(void)
{
	u8 window[10];

	memset(window, 1, sizeof(window));
	pr_info("sum %d\n", sum(window, 10));
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
