// SPDX-License-Identifier: GPL-2.0
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

/* What was written, for each open file. */
struct note {
	struct mutex lock; /* protects the rest */
	size_t length;
	char text[256];
};

static int note_open(struct inode *inode, struct file *file)
{
	struct note *note = kzalloc_obj(*note);

	if (!note)
		return -ENOMEM;
	mutex_init(&note->lock);
	file->private_data = note;
	return 0;
}

static int note_release(struct inode *inode, struct file *file)
{
	kfree(file->private_data);
	return 0;
}

static ssize_t note_write(struct file *file, const char __user *buf,
			  size_t count, loff_t *ppos)
{
	struct note *note = file->private_data;

	guard(mutex)(&note->lock);
	if (count > sizeof(note->text))
		return -EINVAL;
	note->length = 0;
	if (copy_from_user(note->text, buf, count))
		return -EFAULT;
	note->length = count;
	*ppos = 0;
	return count;
}

static ssize_t note_read(struct file *file, char __user *buf, size_t count,
			 loff_t *ppos)
{
	struct note *note = file->private_data;

	guard(mutex)(&note->lock);
	return simple_read_from_buffer(buf, count, ppos, note->text,
				       note->length);
}

static const struct file_operations note_fops = {
	.owner = THIS_MODULE,
	.open = note_open,
	.release = note_release,
	.read = note_read,
	.write = note_write,
};

static struct miscdevice note_dev = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "note",
	.fops = &note_fops,
};
module_misc_device(note_dev);

MODULE_DESCRIPTION("Gives back what was written");
MODULE_LICENSE("GPL");
