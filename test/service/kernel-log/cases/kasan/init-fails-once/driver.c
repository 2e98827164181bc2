#include <linux/module.h>
#include <linux/slab.h>

static int __init fails_init(void)
{
	void *room = kmalloc(64, GFP_KERNEL);

	pr_info("init runs, room is %s\n", room ? "there" : "missing");
	kfree(room);
	WARN_ON(1);
	return -ENODEV;
}

static void __exit fails_exit(void)
{
	pr_info("exit runs\n");
}

module_init(fails_init);
module_exit(fails_exit);
MODULE_LICENSE("GPL");
