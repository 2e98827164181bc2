#include <linux/module.h>
#include <linux/string.h>

static char *label;

static int __init str_init(void)
{
	pr_info("%zu\n", strlen(label));
	return 0;
}

module_init(str_init);
MODULE_LICENSE("GPL");
