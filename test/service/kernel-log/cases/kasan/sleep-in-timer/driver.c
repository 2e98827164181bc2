// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/timer.h>
#include <linux/slab.h>
#include <linux/delay.h>
static struct timer_list beat;
static void on_beat(struct timer_list *t)
{
	msleep(10);
}
static int __init s_init(void)
{
	timer_setup(&beat, on_beat, 0);
	mod_timer(&beat, jiffies + 1);
	return 0;
}
static void __exit s_exit(void)
{
	timer_delete_sync(&beat);
}
module_init(s_init);
module_exit(s_exit);
MODULE_LICENSE("GPL");
