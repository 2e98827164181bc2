// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

static int __init demo_init(void)
{
	char *name = kmalloc(16, GFP_KERNEL);
	u64 *words = (u64 *)name;

	if (!name)
		return -ENOMEM;
	OPTIMIZER_HIDE_VAR(name);
	OPTIMIZER_HIDE_VAR(words);
	WRITE_ONCE(name[16], '\0');
	WRITE_ONCE(*(u64 *)(name + 12), 0);
	pr_info("%llu\n", READ_ONCE(words[-1]));
	kfree(name);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
