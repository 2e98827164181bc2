#include <linux/module.h>

static unsigned long where = 0xdead4ead00000100UL;

static int __init demo_init(void)
{
	*(int *)READ_ONCE(where) = 3;
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
