// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/list.h>
struct item { struct list_head node; int id; };
static LIST_HEAD(items);
static int __init s_init(void)
{
	struct item *item;
	int i;

	for (i = 0; i < 3; i++) {
		item = kzalloc(sizeof(*item), GFP_KERNEL);
		list_add(&item->node, &items);
	}
	list_for_each_entry(item, &items, node) {
		list_del(&item->node);
		kfree(item);
	}
	return 0;
}

static void __exit s_exit(void)
{
}

module_init(s_init);
module_exit(s_exit);
MODULE_LICENSE("GPL");
