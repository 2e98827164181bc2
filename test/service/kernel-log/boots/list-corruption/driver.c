// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/list.h>

struct item {
	struct list_head node;
};

static LIST_HEAD(items);
static struct item first;

static int __init demo_init(void)
{
	list_add(&first.node, &items);
	list_add(&first.node, &items);
	list_del(&first.node);
	list_del(&first.node);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
