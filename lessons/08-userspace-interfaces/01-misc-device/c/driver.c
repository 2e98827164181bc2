// SPDX-License-Identifier: GPL-2.0
#include <linux/fs.h> //@ fold includes
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h> //@ fold

/* What is behind a file that is open for reading. */
struct visit {
	int ticket;
	int ahead;
};

/* What is behind a file that is open for writing. */
struct desk {
	int number;
};

static atomic_t drawn, called, desks;

static int queue_open(struct inode *inode, struct file *file)
{
	if ((file->f_flags & O_ACCMODE) == O_WRONLY) {
		struct desk *desk = kzalloc_obj(*desk);

		if (!desk)
			return -ENOMEM;
		desk->number = atomic_inc_return(&desks);
		file->private_data = desk; //@ store
	} else {
		struct visit *visit = kzalloc_obj(*visit);

		if (!visit)
			return -ENOMEM;
		visit->ticket = atomic_inc_return(&drawn);
		visit->ahead = visit->ticket - 1 - atomic_read(&called);
		file->private_data = visit; //@ store
	}
	return 0;
}

static ssize_t queue_read(struct file *file, char __user *buf, size_t count,
			  loff_t *ppos)
{
	const struct visit *visit = file->private_data; //@ fetch
	char text[48];
	int len = scnprintf(text, sizeof(text), "ticket %d, %d ahead\n",
			    visit->ticket, visit->ahead);

	return simple_read_from_buffer(buf, count, ppos, text, len); //@ copy
}

static ssize_t queue_write(struct file *file, const char __user *buf,
			   size_t count, loff_t *ppos)
{
	const struct desk *desk = file->private_data; //@ fetch

	pr_info("ticket %d to desk %d\n", atomic_inc_return(&called),
		desk->number);
	return count; //@ count
}

static int queue_release(struct inode *inode, struct file *file)
{
	struct visit *visit = file->private_data; //@ release

	pr_info("ticket %d leaves, it had %d ahead\n", visit->ticket, //@ release
		visit->ahead); //@ release
	kfree(visit);
	return 0;
}

static const struct file_operations queue_fops = { //@ table
	.owner = THIS_MODULE,
	.open = queue_open,
	.read = queue_read,
	.write = queue_write,
	.release = queue_release,
};

static struct miscdevice queue_dev = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "queue",
	.fops = &queue_fops,
};
module_misc_device(queue_dev);

MODULE_DESCRIPTION("Hands out tickets, and takes a desk for a visit");
MODULE_LICENSE("GPL");
