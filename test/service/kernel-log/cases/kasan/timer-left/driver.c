#include <linux/module.h>
#include <linux/timer.h>

static struct timer_list beat;
static unsigned long beats;

static void on_beat(struct timer_list *t)
{
	beats++;
	mod_timer(&beat, jiffies + msecs_to_jiffies(20));
}

static int __init beat_init(void)
{
	timer_setup(&beat, on_beat, 0);
	mod_timer(&beat, jiffies + msecs_to_jiffies(20));
	return 0;
}

static void __exit beat_exit(void)
{
	pr_info("%lu beats\n", beats);
}

module_init(beat_init);
module_exit(beat_exit);
MODULE_LICENSE("GPL");
