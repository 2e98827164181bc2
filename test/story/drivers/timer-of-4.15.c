#include <linux/module.h>
#include <linux/timer.h>

struct pulse {
	int count;
	struct timer_list timer;
};

static void on_pulse(struct timer_list *t)
{
	struct pulse *pulse = from_timer(pulse, t, timer);
	struct pulse *same = from_timer(same, unknown, timer);

	pulse->count += same->count;
}
