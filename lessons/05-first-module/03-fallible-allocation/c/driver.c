// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

static unsigned int samples = 16;
module_param(samples, uint, 0);
MODULE_PARM_DESC(samples, "How many samples to keep");

static u32 *history; //@ owner

static int __init recorder_init(void)
{
	unsigned int i;

	history = kmalloc_objs(*history, samples, GFP_KERNEL | __GFP_NOWARN); //@ answer, flags

	for (i = 0; i < samples; i++)
		history[i] = 3 * i; //@ store

	pr_info("recorder: %u samples\n", samples);
	return 0;
}
module_init(recorder_init);

static void __exit recorder_exit(void)
{
	kfree(history);
	pr_info("recorder: removed\n");
}
module_exit(recorder_exit);

MODULE_DESCRIPTION("Keeps as many samples as it is told to");
MODULE_LICENSE("GPL");
