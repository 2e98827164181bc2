#include <linux/module.h>
#include <linux/timer.h>
#include <linux/vmalloc.h>
#include <linux/delay.h>

static u8 *trace;
static struct timer_list sample;

static void sample_fn(struct timer_list *t)
{
	trace[0]++;
	mod_timer(&sample, jiffies + 2);
}

static int __init s_init(void)
{
	trace = vzalloc(PAGE_SIZE);
	if (!trace)
		return -ENOMEM;
	timer_setup(&sample, sample_fn, 0);
	mod_timer(&sample, jiffies + 1);
	return 0;
}

static void __exit s_exit(void)
{
	vfree(trace);
	msleep(100);
	timer_shutdown_sync(&sample);
}

module_init(s_init);
module_exit(s_exit);
MODULE_LICENSE("GPL");
