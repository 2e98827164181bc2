#include <linux/module.h>
#include <linux/kthread.h>
#include <linux/delay.h>

static struct task_struct *t;
static int loop(void *data)
{
	for (;;)
		msleep(10);
	return 0;
}

static int __init demo_init(void)
{
	t = kthread_run(loop, NULL, "looper");
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
	kthread_stop(t);
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
