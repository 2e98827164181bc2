// SPDX-License-Identifier: GPL-2.0
#include <linux/fs.h> //@ fold includes
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/spinlock.h>
#include <linux/uaccess.h>
#include <linux/wait.h> //@ fold

#undef pr_fmt
#define pr_fmt(fmt) "bell: " fmt

static DECLARE_WAIT_QUEUE_HEAD(rung);
static DEFINE_SPINLOCK(lock);
/* Rings that nobody has heard yet; protected by lock. */
static unsigned int rings;

static ssize_t bell_read(struct file *file, char __user *buf, size_t size, loff_t *pos)
{
	unsigned int left;

	wait_event(rung, READ_ONCE(rings) > 0); //@ wait

	spin_lock(&lock);
	left = --rings; //@ take
	spin_unlock(&lock);

	pr_info("%u left\n", left);
	if (size < 5 || copy_to_user(buf, "ding\n", 5))
		return -EFAULT;
	return 5;
}

static ssize_t bell_write(struct file *file, const char __user *buf, size_t size, loff_t *pos)
{
	spin_lock(&lock);
	rings++; //@ ring
	spin_unlock(&lock);
	wake_up_all(&rung); //@ ring
	return size;
}

static const struct file_operations bell_fops = {
	.owner = THIS_MODULE,
	.read = bell_read,
	.write = bell_write,
};

static struct miscdevice bell = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "bell",
	.fops = &bell_fops,
};

module_misc_device(bell);
MODULE_DESCRIPTION("A bell that readers wait for");
MODULE_LICENSE("GPL");
