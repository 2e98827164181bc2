#include <linux/module.h>
#include <linux/xarray.h>
#include <linux/slab.h>

static DEFINE_XARRAY_ALLOC(clients);

struct client {
	u32 id;
};

static int client_add(void)
{
	struct client *c = kzalloc(sizeof(*c), GFP_KERNEL);

	if (!c)
		return -ENOMEM;
	return xa_alloc(&clients, &c->id, c, xa_limit_31b, GFP_KERNEL);
}

static int __init x_init(void)
{
	int i, ret = 0;

	for (i = 0; i < 3 && !ret; i++)
		ret = client_add();
	return ret;
}

static void __exit x_exit(void)
{
	struct client *c;
	unsigned long id;

	xa_for_each(&clients, id, c)
		kfree(c);
}

module_init(x_init);
module_exit(x_exit);
MODULE_LICENSE("GPL");
