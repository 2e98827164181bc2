#include <linux/module.h>
#include <linux/slab.h>

static struct kmem_cache *cache;
static void *kept;

static int __init demo_init(void)
{
	cache = kmem_cache_create("things", 96, 0, 0, NULL);
	kept = kmem_cache_alloc(cache, GFP_KERNEL);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
	kmem_cache_destroy(cache);
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
