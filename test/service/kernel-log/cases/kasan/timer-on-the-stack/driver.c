#include <linux/delay.h>
#include <linux/module.h>
#include <linux/timer.h>

static void fire(struct timer_list *timer)
{
}

static noinline void blink_and_wait(void)
{
	struct timer_list blink;

	timer_setup_on_stack(&blink, fire, 0);
	mod_timer(&blink, jiffies + 1);
	timer_delete_sync(&blink);
	timer_destroy_on_stack(&blink);
}

static noinline void blink_unannounced(void)
{
	struct timer_list blink;

	timer_setup(&blink, fire, 0);
	mod_timer(&blink, jiffies + HZ);
	timer_delete_sync(&blink);
}

static int __init blink_init(void)
{
	blink_and_wait();
	blink_unannounced();
	return 0;
}

static void __exit blink_exit(void)
{
}

module_init(blink_init);
module_exit(blink_exit);
MODULE_LICENSE("GPL");
