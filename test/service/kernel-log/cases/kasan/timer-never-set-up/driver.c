#include <linux/module.h>
#include <linux/timer.h>

static struct timer_list blink, done;

static void fire(struct timer_list *timer)
{
}

static void start(void)
{
	mod_timer(&blink, jiffies + HZ);
}

static int __init blink_init(void)
{
	/* One that was shut down may be started: nothing comes of it, as it is meant to be. */
	timer_setup(&done, fire, 0);
	timer_shutdown_sync(&done);
	mod_timer(&done, jiffies + HZ);
	start();
	return 0;
}

static void __exit blink_exit(void)
{
}

module_init(blink_init);
module_exit(blink_exit);
MODULE_LICENSE("GPL");
