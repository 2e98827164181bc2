#include <linux/module.h>
#include <linux/hrtimer.h>
#include <linux/vmalloc.h>

static u8 *trace;
static struct hrtimer tick;
static int at;

static enum hrtimer_restart tick_fn(struct hrtimer *t)
{
	trace[at++] = 1;
	hrtimer_forward_now(t, ms_to_ktime(5));
	return HRTIMER_RESTART;
}

static int __init s_init(void)
{
	trace = vmalloc(PAGE_SIZE);
	if (!trace)
		return -ENOMEM;
	at = PAGE_SIZE - 3;
	hrtimer_setup(&tick, tick_fn, CLOCK_MONOTONIC, HRTIMER_MODE_REL_HARD);
	hrtimer_start(&tick, ms_to_ktime(5), HRTIMER_MODE_REL_HARD);
	return 0;
}

static void __exit s_exit(void)
{
	hrtimer_cancel(&tick);
	vfree(trace);
}

module_init(s_init);
module_exit(s_exit);
MODULE_LICENSE("GPL");
