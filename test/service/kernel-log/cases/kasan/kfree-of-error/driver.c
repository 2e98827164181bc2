// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

static int __init read_init(void)
{
	void *p = memdup_user((void __user *)8, 16);

	kfree(p);
	return 0;
}
module_init(read_init);
MODULE_LICENSE("GPL");
