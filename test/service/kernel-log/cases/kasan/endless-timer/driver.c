#include <linux/module.h>
#include <linux/timer.h>

static void on_tick(struct timer_list *t)
{
	while (1)
		cpu_relax();
}
static DEFINE_TIMER(tick, on_tick);

static int __init demo_init(void)
{
	mod_timer(&tick, jiffies + 5);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
	timer_delete_sync(&tick);
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
