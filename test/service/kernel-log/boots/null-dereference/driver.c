// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>

struct port {
	int id;
	int speed;
};

static struct port *active;

static noinline int speed(const struct port *port)
{
	return READ_ONCE(port->speed);
}

static int __init demo_init(void)
{
	pr_info("speed %d\n", speed(READ_ONCE(active)));
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
