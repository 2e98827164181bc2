// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

#define CHANNELS 4

static int channel;
module_param(channel, int, 0); //@ parameter
MODULE_PARM_DESC(channel, "Which channel to turn up: 0 to 3");

static u32 *gain;

static int mixer_check(int channel)
{
	if (channel < 0 || channel >= CHANNELS) //@ bound
		return EINVAL; //@ sign
	return 0;
}

static int __init mixer_init(void)
{
	int err = mixer_check(channel); //@ answer

	if (err < 0) //@ answer
		return err; //@ answer

	gain = kzalloc_objs(*gain, CHANNELS);
	if (!gain)
		return -ENOMEM;

	gain[channel] = 100; //@ use
	pr_info("mixer: channel %d is up\n", channel);
	return 0;
}
module_init(mixer_init);

static void __exit mixer_exit(void)
{
	kfree(gain);
	pr_info("mixer: removed\n");
}
module_exit(mixer_exit);

MODULE_DESCRIPTION("Turns a channel up that is not there");
MODULE_LICENSE("GPL");
