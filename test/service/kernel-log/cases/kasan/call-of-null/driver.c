#include <linux/module.h>

struct ops {
	int (*start)(int);
};
static struct ops ops;

static int __init demo_init(void)
{
	pr_info("%d\n", READ_ONCE(ops.start)(3));
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
