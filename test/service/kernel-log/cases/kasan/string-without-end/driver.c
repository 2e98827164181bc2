// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
static int __init s_init(void)
{
	char *p = kmalloc(8, GFP_KERNEL);

	memcpy(p, "12345678", 8);
	pr_info("%zu\n", strlen(p));
	kfree(p);
	return 0;
}

static void __exit s_exit(void)
{
}

module_init(s_init);
module_exit(s_exit);
MODULE_LICENSE("GPL");
