// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/hrtimer.h>
static struct hrtimer t;
static enum hrtimer_restart on_t(struct hrtimer *timer)
{
	hrtimer_forward_now(timer, ms_to_ktime(300));
	return HRTIMER_RESTART;
}
static int __init s_init(void)
{
	hrtimer_setup(&t, on_t, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	hrtimer_start(&t, ms_to_ktime(300), HRTIMER_MODE_REL);
	return 0;
}

static void __exit s_exit(void)
{
}

module_init(s_init);
module_exit(s_exit);
MODULE_LICENSE("GPL");
