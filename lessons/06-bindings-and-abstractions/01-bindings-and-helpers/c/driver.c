// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h> //@ fold includes
#include <linux/moduleparam.h>
#include "pulse.h" //@ fold

#undef pr_fmt
#define pr_fmt(fmt) "sensor: " fmt

static unsigned int channel;
module_param(channel, uint, 0444);
MODULE_PARM_DESC(channel, "which channel to read");

static int __init sensor_init(void)
{
	u8 name[8];
	int value;

	if (channel >= PULSE_CHANNELS)
		return -EINVAL;
	value = pulse_read(channel);
	if (value < 0)
		return value;
	pulse_name(channel, name, sizeof(name));

	pr_info("value %d\n", value);
	pr_info("hot %d\n", pulse_is_hot(value));
	pr_info("name %s\n", name);
	return 0;
}

static void __exit sensor_exit(void)
{
}

module_init(sensor_init);
module_exit(sensor_exit);
MODULE_DESCRIPTION("Reads a channel of the sensor");
MODULE_LICENSE("GPL");
