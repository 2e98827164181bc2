#include <linux/module.h>
#include <linux/slab.h>

struct request { u64 id; u64 at; };
struct answer { u64 id; u64 size; };

static struct kmem_cache *requests, *answers;

static int __init caches_init(void)
{
	struct request *request;

	requests = kmem_cache_create("requests", sizeof(struct request), 0, SLAB_NO_MERGE, NULL);
	answers = kmem_cache_create("answers", sizeof(struct answer), 0, SLAB_NO_MERGE, NULL);
	if (!requests || !answers)
		return -ENOMEM;
	request = kmem_cache_alloc(requests, GFP_KERNEL);
	kmem_cache_free(answers, request);
	return 0;
}

static void __exit caches_exit(void)
{
	kmem_cache_destroy(answers);
	kmem_cache_destroy(requests);
}

module_init(caches_init);
module_exit(caches_exit);
MODULE_LICENSE("GPL");
