#include <linux/module.h>

static int divisor;

static int __init demo_init(void)
{
	pr_info("%d\n", 7 % READ_ONCE(divisor));
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
