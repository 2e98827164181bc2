#include <linux/module.h>
#include <linux/hrtimer.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

/* A timer that fires while a worker looks for its next work. */
static struct hrtimer tick;
static int *level;
static bool seen;

static void empty_fn(struct work_struct *work)
{
	if (!READ_ONCE(seen))
		schedule_work(work);
}
static DECLARE_WORK(empty, empty_fn);

static enum hrtimer_restart tick_fn(struct hrtimer *timer)
{
	if ((current->flags & PF_WQ_WORKER) && !current_work() && !seen) {
		WRITE_ONCE(seen, true);
		pr_info("level %d\n", *level);
	}
	hrtimer_forward_now(timer, us_to_ktime(97));
	return seen ? HRTIMER_NORESTART : HRTIMER_RESTART;
}

static int __init level_init(void)
{
	level = kzalloc(sizeof(*level), GFP_KERNEL);
	if (!level)
		return -ENOMEM;
	kfree(level);
	hrtimer_setup(&tick, tick_fn, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	schedule_work(&empty);
	hrtimer_start(&tick, us_to_ktime(97), HRTIMER_MODE_REL);
	return 0;
}

static void __exit level_exit(void)
{
	hrtimer_cancel(&tick);
	seen = true;
	cancel_work_sync(&empty);
}

module_init(level_init);
module_exit(level_exit);
MODULE_LICENSE("GPL");
