#include <linux/module.h>


static int __init demo_init(void)
{
	pr_info("here we are\n");
	dump_stack();
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
