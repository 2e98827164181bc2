#include <linux/module.h>
#include <linux/semaphore.h>

static DEFINE_SEMAPHORE(sem, 1);

static int __init demo_init(void)
{
	down(&sem);
	down(&sem);
	up(&sem);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
