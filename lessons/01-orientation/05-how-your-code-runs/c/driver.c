// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h> //@ fold includes
#include <linux/printk.h>
#include <linux/slab.h> //@ fold

#define SLOTS 8

static u32 *samples;

static int __init scope_init(void)
{
	int i;

	samples = kcalloc(SLOTS, sizeof(*samples), GFP_KERNEL);
	if (!samples)
		return -ENOMEM;

	for (i = 0; i <= SLOTS; i++)
		samples[i] = i * i; //@ write

	pr_info("scope: last sample %u\n", samples[SLOTS - 1]);
	return 0;
}
module_init(scope_init);

static void __exit scope_exit(void)
{
	kfree(samples);
	pr_info("scope: removed\n"); //@ exit
}
module_exit(scope_exit);

MODULE_DESCRIPTION("Fills eight slots, and one more");
MODULE_LICENSE("GPL");
