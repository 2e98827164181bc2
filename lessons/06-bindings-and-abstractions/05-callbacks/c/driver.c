// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h> //@ fold includes
#include <linux/moduleparam.h>
#include <linux/slab.h>
#include "keypad.h" //@ fold

#undef pr_fmt
#define pr_fmt(fmt) "chime: " fmt

struct counter {
	unsigned int heard;
};

static bool count;
module_param(count, bool, 0444);
MODULE_PARM_DESC(count, "count the keys too");

static void chime_press(void *data, unsigned int key)
{
	pr_info("key %u\n", key);
}

static void counter_press(void *data, unsigned int key)
{
	struct counter *counter = data;

	counter->heard++;
	pr_info("key %u is number %u\n", key, counter->heard);
}

static unsigned int counter_heard(void *data)
{
	struct counter *counter = data;

	return counter->heard;
}

static const struct keypad_ops chime_ops = {
	.press = chime_press,
};

static const struct keypad_ops counter_ops = {
	.press = counter_press,
	.heard = counter_heard,
};

static struct counter *counter;

static void chime_free(void)
{
	if (count)
		pr_info("gone after %u keys\n", counter->heard);
	else
		pr_info("gone\n");
	kfree(counter);
}

static int __init chime_init(void)
{
	int ret;

	counter = kzalloc_obj(*counter, GFP_KERNEL);
	if (!counter)
		return -ENOMEM;
	ret = keypad_register(count ? &counter_ops : &chime_ops, counter);
	if (ret)
		chime_free();
	return ret;
}

static void __exit chime_exit(void)
{
	keypad_unregister();
	chime_free();
}

module_init(chime_init);
module_exit(chime_exit);
MODULE_DESCRIPTION("Listens to the keypad");
MODULE_LICENSE("GPL");
