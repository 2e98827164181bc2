// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/spinlock.h>
#include <linux/rcupdate.h>
#include <linux/delay.h>

static ssize_t demo_read(struct file *file, char __user *to, size_t n, loff_t *at)
{
	unsigned long flags;

	local_irq_save(flags);
	return 0;
}

static const struct file_operations fops = { .owner = THIS_MODULE, .read = demo_read };
static struct miscdevice misc = { .minor = MISC_DYNAMIC_MINOR, .name = "demo", .fops = &fops };

module_misc_device(misc);
MODULE_LICENSE("GPL");
