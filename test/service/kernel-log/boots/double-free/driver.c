// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>

struct msg {
	char text[40];
};

static noinline void send(struct msg *msg)
{
	kfree(msg);
}

static int __init demo_init(void)
{
	struct msg *msg = kmalloc(sizeof(*msg), GFP_KERNEL);

	if (!msg)
		return -ENOMEM;
	send(msg);
	kfree(msg);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
