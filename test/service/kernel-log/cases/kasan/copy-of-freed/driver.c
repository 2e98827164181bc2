#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

static int __init k_init(void)
{
	char *name = kzalloc(200, GFP_KERNEL), *copy;

	if (!name)
		return -ENOMEM;
	kfree(name);
	copy = kmemdup(name, 200, GFP_KERNEL);
	kfree(copy);
	return 0;
}

static void __exit k_exit(void)
{
}

module_init(k_init);
module_exit(k_exit);
MODULE_LICENSE("GPL");
