#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct counter {
	int value;
	spinlock_t lock;
};

static struct counter *counter;

static int __init counter_init(void)
{
	counter = kmalloc(sizeof(*counter), GFP_KERNEL);
	if (!counter)
		return -ENOMEM;
	memset(counter, 0xa5, sizeof(*counter));
	spin_lock(&counter->lock);
	counter->value = 1;
	spin_unlock(&counter->lock);
	return 0;
}

static void __exit counter_exit(void)
{
	kfree(counter);
}

module_init(counter_init);
module_exit(counter_exit);
MODULE_LICENSE("GPL");
