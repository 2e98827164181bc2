// SPDX-License-Identifier: GPL-2.0
/* A generator of pulses, which plays none: it only says which ones they would be. */
#include <linux/kernel.h> //@ fold includes
#include <linux/module.h>
#include <linux/moduleparam.h> //@ fold

static unsigned int period = 20;
module_param(period, uint, 0444);
MODULE_PARM_DESC(period, "from one pulse to the next, in ms, 1 to 1000");

static unsigned char duty = 50;
module_param(duty, byte, 0444);
MODULE_PARM_DESC(duty, "how long the output is high, in percent");

static int offset;
module_param(offset, int, 0444);
MODULE_PARM_DESC(offset, "ms before (-) or after the others, less than a period");

static bool invert;
module_param(invert, bool, 0444);
MODULE_PARM_DESC(invert, "exchange high and low");

struct pulse {
	u32 high; /* in microseconds */
	u32 low;
};

static int pulse_make(struct pulse *pulse)
{
	u32 whole;

	if (period < 1 || period > 1000)
		return -EINVAL;
	if (duty > 100)
		return -EINVAL;
	if (abs(offset) >= period)
		return -EINVAL;

	whole = period * 1000;
	pulse->high = whole / 100 * duty;
	pulse->low = whole - pulse->high;
	if (invert)
		swap(pulse->high, pulse->low);
	return 0;
}

static int __init pulse_init(void)
{
	struct pulse pulse;
	int err;

	pr_info("period %u, duty %u, offset %d, invert %d\n",
		period, duty, offset, invert);
	err = pulse_make(&pulse);
	if (err)
		return err;
	pr_info("high %u us, low %u us\n", pulse.high, pulse.low);
	return 0;
}

static void __exit pulse_exit(void)
{
}

module_init(pulse_init);
module_exit(pulse_exit);
MODULE_DESCRIPTION("Says which pulses it would play");
MODULE_LICENSE("GPL");
