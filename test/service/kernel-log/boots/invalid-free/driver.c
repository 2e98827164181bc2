// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

static int __init demo_init(void)
{
	char *line = kmalloc(64, GFP_KERNEL);

	if (!line)
		return -ENOMEM;
	OPTIMIZER_HIDE_VAR(line);
	kfree(line + 8);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
