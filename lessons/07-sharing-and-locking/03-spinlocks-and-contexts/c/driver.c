// SPDX-License-Identifier: GPL-2.0
#include <linux/cleanup.h> //@ fold includes
#include <linux/delay.h>
#include <linux/hrtimer.h>
#include <linux/module.h>
#include <linux/spinlock.h> //@ fold

/* What a sensor has said since somebody asked. */
struct meter {
	spinlock_t lock; /* protects sum and count */ //@ lock
	unsigned int sum; //@ lock
	unsigned int count; //@ lock
	struct hrtimer timer;
};

static struct meter meter;

/* Called by the timer, in an interrupt. */
static enum hrtimer_restart meter_tick(struct hrtimer *timer)
{
	guard(spinlock)(&meter.lock); //@ tick
	meter.sum += 20; //@ tick
	meter.count++; //@ tick
	hrtimer_forward_now(timer, ms_to_ktime(5));
	return HRTIMER_RESTART;
}

/* The mean since the last call. Called by tasks. */
static unsigned int meter_mean(void)
{
	unsigned int mean;

	guard(spinlock)(&meter.lock); //@ mean
	mean = meter.count ? meter.sum / meter.count : 0;
	meter.sum = 0;
	meter.count = 0;
	return mean; //@ mean
}

static int __init meter_init(void)
{
	spin_lock_init(&meter.lock);
	hrtimer_setup(&meter.timer, meter_tick, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	pr_info("mean %u\n", meter_mean()); //@ asks
	hrtimer_start(&meter.timer, ms_to_ktime(5), HRTIMER_MODE_REL); //@ asks
	msleep(100);
	pr_info("mean %u\n", meter_mean()); //@ asks
	return 0;
}
module_init(meter_init);

static void __exit meter_exit(void)
{
	hrtimer_cancel(&meter.timer);
}
module_exit(meter_exit);

MODULE_DESCRIPTION("Tells the mean of a sensor");
MODULE_LICENSE("GPL");
