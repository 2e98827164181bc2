#include <linux/module.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(lock);
static int total;

static void add(int by)
{
	spin_lock_irq(&lock);
	total += by;
	spin_unlock_irq(&lock);
}

static int __init sums_init(void)
{
	unsigned long flags;

	local_irq_save(flags);
	add(1);
	add(2);
	local_irq_restore(flags);
	return 0;
}

static void __exit sums_exit(void)
{
}

module_init(sums_init);
module_exit(sums_exit);
MODULE_LICENSE("GPL");
