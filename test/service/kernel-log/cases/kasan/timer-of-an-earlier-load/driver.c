// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/timer.h>

static bool quiet;
module_param(quiet, bool, 0);
static struct timer_list beat;
static unsigned long beats;

static void on_beat(struct timer_list *t)
{
	beats++;
	mod_timer(&beat, jiffies + msecs_to_jiffies(200));
}

static int __init beat_init(void)
{
	timer_setup(&beat, on_beat, 0);
	if (!quiet)
		mod_timer(&beat, jiffies + msecs_to_jiffies(200));
	return 0;
}

static void __exit beat_exit(void)
{
}

module_init(beat_init);
module_exit(beat_exit);
MODULE_LICENSE("GPL");
