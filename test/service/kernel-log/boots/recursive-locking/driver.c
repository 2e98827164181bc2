// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>

struct port {
	struct mutex lock;
};

static noinline void join(struct port *a, struct port *b)
{
	mutex_lock(&a->lock);
	mutex_lock(&b->lock);
	mutex_unlock(&b->lock);
	mutex_unlock(&a->lock);
}

static int __init demo_init(void)
{
	struct port *ports = kcalloc(2, sizeof(*ports), GFP_KERNEL);

	if (!ports)
		return -ENOMEM;
	for (int i = 0; i < 2; i++)
		mutex_init(&ports[i].lock);
	join(&ports[0], &ports[1]);
	kfree(ports);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
