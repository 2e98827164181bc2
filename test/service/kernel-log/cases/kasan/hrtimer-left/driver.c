#include <linux/module.h>
#include <linux/slab.h>
#include <linux/hrtimer.h>

static enum hrtimer_restart on_beat(struct hrtimer *timer)
{
	hrtimer_forward_now(timer, ms_to_ktime(30000));
	return HRTIMER_RESTART;
}

static int __init demo_init(void)
{
	struct hrtimer *timer = kzalloc(sizeof(*timer), GFP_KERNEL);

	if (!timer)
		return -ENOMEM;
	hrtimer_setup(timer, on_beat, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	hrtimer_start(timer, ms_to_ktime(30000), HRTIMER_MODE_REL);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
