// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/string.h>
#include <linux/err.h>

static noinline char *find(int n)
{
	return n > 2 ? "x" : ERR_PTR(-ENOENT);
}

static int __init find_init(void)
{
	pr_info("%zu\n", strlen(find(1)));
	return 0;
}
module_init(find_init);
MODULE_LICENSE("GPL");
