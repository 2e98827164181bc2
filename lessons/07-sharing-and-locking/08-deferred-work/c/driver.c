// SPDX-License-Identifier: GPL-2.0
#include <linux/atomic.h> //@ fold includes
#include <linux/delay.h>
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h> //@ fold

/* What is behind an open file: what a program wants to have printed. */
struct job {
	struct work_struct work;
	atomic_t bytes;
};

/* Runs in a worker. The printer is slow. */
static void print_job(struct work_struct *work)
{
	struct job *job = container_of(work, struct job, work); //@ finds

	msleep(100); //@ waits
	pr_info("%d bytes printed\n", atomic_xchg(&job->bytes, 0)); //@ prints
}

static int printer_open(struct inode *inode, struct file *file)
{
	struct job *job = kzalloc_obj(*job); //@ allocates

	if (!job)
		return -ENOMEM;
	INIT_WORK(&job->work, print_job);
	file->private_data = job;
	return 0;
}

/* Whoever writes need not wait for the printer. */
static ssize_t printer_write(struct file *file, const char __user *text,
			     size_t count, loff_t *pos)
{
	struct job *job = file->private_data;

	atomic_add(count, &job->bytes);
	schedule_work(&job->work); //@ queues
	return count;
}

static int printer_release(struct inode *inode, struct file *file)
{
	kfree(file->private_data); //@ frees
	return 0;
}

static const struct file_operations printer_ops = { //@ fold the operations and the device
	.owner = THIS_MODULE,
	.open = printer_open,
	.write = printer_write,
	.release = printer_release,
};

static struct miscdevice printer = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "printer",
	.fops = &printer_ops,
};
module_misc_device(printer);

MODULE_DESCRIPTION("Prints later what is written now");
MODULE_LICENSE("GPL"); //@ fold
