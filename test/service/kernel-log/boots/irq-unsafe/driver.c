// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/delay.h>

static DEFINE_SPINLOCK(stats_lock);
static struct timer_list timer;

static void tick(struct timer_list *unused)
{
	spin_lock(&stats_lock);
	spin_unlock(&stats_lock);
}

static int __init demo_init(void)
{
	spin_lock(&stats_lock);
	spin_unlock(&stats_lock);
	timer_setup(&timer, tick, 0);
	mod_timer(&timer, jiffies + 1);
	msleep(50);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
	timer_shutdown_sync(&timer);
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
