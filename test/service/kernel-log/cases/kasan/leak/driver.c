#include <linux/cdev.h>
#include <linux/module.h>
#include <linux/slab.h>

static struct cdev *dev;

static int __init leak_init(void)
{
	int i;

	for (i = 0; i < 100; i++)
		if (!kmalloc(4096, GFP_KERNEL))
			return -ENOMEM;
	dev = cdev_alloc();
	return dev ? 0 : -ENOMEM;
}

static void __exit leak_exit(void)
{
}

module_init(leak_init);
module_exit(leak_exit);
MODULE_LICENSE("GPL");
