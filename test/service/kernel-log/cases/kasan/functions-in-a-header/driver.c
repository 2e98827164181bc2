#include <linux/module.h>
#include <linux/slab.h>
#include "pool.h"

static int __init pool_init(void)
{
	struct pool *p = pool_new();

	pool_put(p, 8, 1);
	pool_end(p);
	pool_end(p);
	return 0;
}

module_init(pool_init);
MODULE_LICENSE("GPL");
