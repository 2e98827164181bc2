#include <linux/module.h>

static bool done;

static int __init wait_init(void)
{
	pr_info("waiting\n");
	while (!READ_ONCE(done))
		cpu_relax();
	return 0;
}

module_init(wait_init);
MODULE_LICENSE("GPL");
