#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct gauge {
	spinlock_t lock;
	struct mutex slow;
	int value;
};

static int __init gauge_init(void)
{
	struct gauge *g = kzalloc(sizeof(*g), GFP_KERNEL);

	if (!g)
		return -ENOMEM;
	spin_lock(&g->lock);
	g->value = 4;
	spin_unlock(&g->lock);
	mutex_lock(&g->slow);
	mutex_unlock(&g->slow);
	kfree(g);
	return 0;
}

module_init(gauge_init);
MODULE_LICENSE("GPL");
