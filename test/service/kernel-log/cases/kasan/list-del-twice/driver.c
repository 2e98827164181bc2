#include <linux/list.h>
#include <linux/module.h>

static LIST_HEAD(queue);
static struct item {
	struct list_head node;
	int id;
} a = { .id = 1 }, b = { .id = 2 };

static int __init del_init(void)
{
	list_add(&a.node, &queue);
	list_add(&b.node, &queue);
	list_del(&a.node);
	pr_info("once\n");
	list_del(&a.node);
	return 0;
}

module_init(del_init);
MODULE_LICENSE("GPL");
