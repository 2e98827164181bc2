// SPDX-License-Identifier: GPL-2.0
#include <linux/fs.h> //@ fold includes
#include <linux/kstrtox.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h> //@ fold

struct board {
	struct mutex limit_lock; /* protects limit */ //@ limit
	int limit; //@ limit
	struct mutex asked_lock; /* protects asked */ //@ asked
	int asked; //@ asked
};

/* A new limit starts a new count. */
static ssize_t board_write(struct file *file, const char __user *buf,
			   size_t count, loff_t *ppos)
{
	struct board *board = file->private_data;
	int new;
	int err = kstrtoint_from_user(buf, count, 10, &new);

	if (err)
		return err;

	guard(mutex)(&board->limit_lock); //@ first
	board->limit = new;
	guard(mutex)(&board->asked_lock); //@ second
	board->asked = 0;
	return count; //@ end
}

/* Tells the limit, and how often it was asked for. */
static ssize_t board_read(struct file *file, char __user *buf, size_t count,
			  loff_t *ppos)
{
	struct board *board = file->private_data;
	char text[48];
	int len;

	guard(mutex)(&board->asked_lock); //@ third
	board->asked++;
	guard(mutex)(&board->limit_lock); //@ fourth

	len = scnprintf(text, sizeof(text), "limit %d, asked %d times\n",
			board->limit, board->asked);
	/* from 0 and not from *ppos: each read tells it again */
	return simple_read_from_buffer(buf, count, &(loff_t){ 0 }, text, len); //@ end
}

static int board_open(struct inode *inode, struct file *file)
{
	struct board *board = kzalloc_obj(*board);

	if (!board)
		return -ENOMEM;
	mutex_init(&board->limit_lock); //@ class
	mutex_init(&board->asked_lock); //@ class
	file->private_data = board;
	return 0;
}

static int board_release(struct inode *inode, struct file *file)
{
	kfree(file->private_data);
	return 0;
}

static const struct file_operations board_fops = { //@ fold the misc device and its operations
	.owner = THIS_MODULE,
	.open = board_open,
	.read = board_read,
	.write = board_write,
	.release = board_release,
};

static struct miscdevice board_dev = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "board",
	.fops = &board_fops,
}; //@ fold
module_misc_device(board_dev);

MODULE_DESCRIPTION("Takes two locks in two orders");
MODULE_LICENSE("GPL");
