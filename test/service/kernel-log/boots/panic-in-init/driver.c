// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/panic.h>

static int __init demo_init(void)
{
	panic("demo: the port did not answer\n");
}
module_init(demo_init);

MODULE_LICENSE("GPL");
