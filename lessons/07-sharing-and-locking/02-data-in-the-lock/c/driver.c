// SPDX-License-Identifier: GPL-2.0
#include <linux/delay.h> //@ fold includes
#include <linux/fs.h>
#include <linux/kstrtox.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h> //@ fold

struct group {
	pid_t leader;
};

struct port {
	struct mutex lock; /* protects group */ //@ lock
	struct group *group; //@ lock
};

/* The two ends of a line; each open of the device makes a pair, as ptmx does. */
struct pair {
	struct port master;
	struct port slave;
};

/* Asked for on @port; it is the group of @real_port that changes. */
static void set_group(struct port *port, struct port *real_port, //@ which
		      struct group *group)
{
	guard(mutex)(&port->lock); //@ taken

	kfree(real_port->group); //@ change
	real_port->group = group; //@ change
}

static ssize_t pair_write(struct file *file, const char __user *buf,
			  size_t count, loff_t *ppos)
{
	struct pair *pair = file->private_data;
	struct group *group __free(kfree) = kzalloc_obj(*group);
	int err;

	if (!group)
		return -ENOMEM;
	err = kstrtoint_from_user(buf, count, 10, &group->leader);
	if (err)
		return err;

	set_group(&pair->master, &pair->slave, no_free_ptr(group));
	return count;
}

static ssize_t pair_read(struct file *file, char __user *buf, size_t count,
			 loff_t *ppos)
{
	struct pair *pair = file->private_data;
	struct group *group;
	char text[24];
	int len;

	guard(mutex)(&pair->slave.lock); //@ reader
	group = pair->slave.group; //@ reader
	if (!group)
		return 0;

	msleep(800); /* the line is slow */
	len = scnprintf(text, sizeof(text), "group %d\n", group->leader); //@ reader
	/* from 0 and not from *ppos: each read tells it again */
	return simple_read_from_buffer(buf, count, &(loff_t){ 0 }, text, len);
}

static int pair_open(struct inode *inode, struct file *file)
{
	struct pair *pair = kzalloc_obj(*pair);

	if (!pair)
		return -ENOMEM;
	mutex_init(&pair->master.lock); //@ init
	mutex_init(&pair->slave.lock); //@ init
	file->private_data = pair;
	return 0;
}

static int pair_release(struct inode *inode, struct file *file)
{
	struct pair *pair = file->private_data;

	kfree(pair->slave.group);
	kfree(pair);
	return 0;
}

static const struct file_operations pair_fops = { //@ fold the misc device and its operations
	.owner = THIS_MODULE,
	.open = pair_open,
	.read = pair_read,
	.write = pair_write,
	.release = pair_release,
};

static struct miscdevice pair_dev = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "pair",
	.fops = &pair_fops,
}; //@ fold
module_misc_device(pair_dev);

MODULE_DESCRIPTION("Takes the lock of the one end and changes the other");
MODULE_LICENSE("GPL");
