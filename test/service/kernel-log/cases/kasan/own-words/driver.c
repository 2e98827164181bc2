#include <linux/module.h>


static int __init demo_init(void)
{
	pr_err("BUG: the queue is full\n");
	pr_emerg("Kernel panic - not syncing: only joking\n");
	printk(KERN_ERR "BUG: unable to handle the day\n");
	printk(KERN_ERR "WARNING: at last\n");
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
