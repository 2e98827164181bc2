#include <linux/module.h>
#include <linux/timer.h>

static void on_tick(struct timer_list *t)
{
	pr_info("tick\n");
}
static DEFINE_TIMER(tick, on_tick);

static int __init demo_init(void)
{
	mod_timer(&tick, jiffies + 5);
	return -ENODEV;
}
module_init(demo_init);
MODULE_LICENSE("GPL");
