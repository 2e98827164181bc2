#include <linux/timer.h>
#include <linux/string.h>
#include <linux/uaccess.h>

static struct timer_list beat;
static char name[16];

static void on_beat(unsigned long data)
{
}

static int start(char __user *to, size_t size)
{
	int answer = 0;

	setup_timer(&beat, on_beat, 0);
	strlcpy(name, "old", sizeof(name));
	if (!access_ok(VERIFY_WRITE, to, size))
		return -EFAULT;
	beat.expire = 1;
	return anwser;
}
