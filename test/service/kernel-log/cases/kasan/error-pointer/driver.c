#include <linux/module.h>
#include <linux/err.h>
#include <linux/moduleparam.h>

struct thing {
	long pad[4];
	int value;
};
static int error = -12;
module_param(error, int, 0);

static noinline struct thing *get(void)
{
	return ERR_PTR(READ_ONCE(error));
}

static int __init demo_init(void)
{
	struct thing *t = get();

	if (!t)
		return -ENODEV;
	pr_info("%d\n", READ_ONCE(t->value));
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
