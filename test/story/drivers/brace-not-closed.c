#include <linux/module.h>

static int __init start(void)
{
	if (THIS_MODULE) {
		pr_info("here\n");
	return unknown;
}

static void helper(int code)
{
	pr_info("%d\n", code);
}

static void __exit stop(void)
{
	helper(3);
}

module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
