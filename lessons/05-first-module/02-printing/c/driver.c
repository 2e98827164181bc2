// SPDX-License-Identifier: GPL-2.0
#include <linux/array_size.h> //@ fold includes
#include <linux/module.h>
#include <linux/printk.h> //@ fold

static unsigned int level;
module_param(level, uint, 0); //@ parameter
MODULE_PARM_DESC(level, "How full the battery is: 0, 1 or 2");

static const char * const says[] = {
	KERN_INFO "battery: empty\n", //@ text
	KERN_INFO "battery: 50% full\n", //@ text
	KERN_INFO "battery: full\n", //@ text
};

static int __init battery_init(void)
{
	if (level >= ARRAY_SIZE(says)) //@ bound
		return -EINVAL; //@ bound

	printk(says[level]); //@ format
	return 0;
}
module_init(battery_init);

static void __exit battery_exit(void)
{
	pr_info("battery: removed\n"); //@ prefix
}
module_exit(battery_exit);

MODULE_DESCRIPTION("Prints a message that is not a format");
MODULE_LICENSE("GPL");
