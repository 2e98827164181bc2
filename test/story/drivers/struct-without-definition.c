#include <linux/module.h>

static int total(struct share *s)
{
	return s->used + s->size;
}

static struct share *first;

static void fill(struct other *o)
{
	o->used = first->used;
}

static int __init start(void)
{
	struct share *s = share_alloc(16);

	first = s;
	fill((struct other *)s);
	return total(first);
}

module_init(start);
MODULE_LICENSE("GPL");
