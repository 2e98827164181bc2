// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/timer.h>

static bool quiet;
module_param(quiet, bool, 0);
struct beat {
	struct timer_list timer;
	unsigned long beats;
};

static void on_beat(struct timer_list *t)
{
	struct beat *beat = timer_container_of(beat, t, timer);

	beat->beats++;
	mod_timer(&beat->timer, jiffies + msecs_to_jiffies(200));
}

static int __init beat_init(void)
{
	struct beat *beat;

	if (quiet)
		return 0;
	beat = kzalloc(sizeof(*beat), GFP_KERNEL);
	if (!beat)
		return -ENOMEM;
	timer_setup(&beat->timer, on_beat, 0);
	mod_timer(&beat->timer, jiffies + msecs_to_jiffies(200));
	return 0;
}

static void __exit beat_exit(void)
{
}

module_init(beat_init);
module_exit(beat_exit);
MODULE_LICENSE("GPL");
