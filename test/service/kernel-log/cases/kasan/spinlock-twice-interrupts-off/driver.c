#include <linux/module.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(lock);

static int __init demo_init(void)
{
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	spin_lock(&lock);
	spin_unlock(&lock);
	spin_unlock_irqrestore(&lock, flags);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
