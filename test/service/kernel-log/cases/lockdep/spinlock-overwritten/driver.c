#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct counter {
	char name[16];
	spinlock_t lock;
	int value;
};

static struct counter *c;

static int __init k_init(void)
{
	c = kzalloc(sizeof(*c), GFP_KERNEL);
	if (!c)
		return -ENOMEM;
	spin_lock_init(&c->lock);
	sprintf(c->name, "counter_of_all_the_visitors");
	spin_lock(&c->lock);
	c->value++;
	spin_unlock(&c->lock);
	return 0;
}

static void __exit k_exit(void)
{
	kfree(c);
}

module_init(k_init);
module_exit(k_exit);
MODULE_LICENSE("GPL");
