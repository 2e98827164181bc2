#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/kthread.h>
#include <linux/delay.h>

static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

static int other(void *data)
{
	mutex_lock(&b);
	msleep(50);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
	return 0;
}

static int __init demo_init(void)
{
	mutex_lock(&a);
	kthread_run(other, NULL, "other");
	msleep(100);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
