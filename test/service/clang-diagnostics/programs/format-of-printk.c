#include <linux/printk.h>
#include <linux/module.h>

static int __init demo_init(void)
{
	pr_info("loaded %s\n", 5);
	return 0;
}
module_init(demo_init);
