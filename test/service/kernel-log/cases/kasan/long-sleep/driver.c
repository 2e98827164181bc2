#include <linux/module.h>
#include <linux/delay.h>


static int __init demo_init(void)
{
	ssleep(4);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
