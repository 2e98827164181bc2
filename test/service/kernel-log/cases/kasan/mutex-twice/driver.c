#include <linux/module.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(lock);

static noinline void inner(void)
{
	mutex_lock(&lock);
	pr_info("inner\n");
	mutex_unlock(&lock);
}

static int __init demo_init(void)
{
	mutex_lock(&lock);
	inner();
	mutex_unlock(&lock);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
