#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

static char *name = "a_name_that_is_longer_than_sixteen_characters";
module_param(name, charp, 0444);

static int __init k_init(void)
{
	char *label = kzalloc(16, GFP_KERNEL);

	if (!label)
		return -ENOMEM;
	strscpy(label, name, strlen(name) + 1);
	pr_info("%c\n", label[0]);
	kfree(label);
	return 0;
}

static void __exit k_exit(void)
{
}

module_init(k_init);
module_exit(k_exit);
MODULE_LICENSE("GPL");
