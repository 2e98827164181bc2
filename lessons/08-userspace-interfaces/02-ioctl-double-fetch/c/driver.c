// SPDX-License-Identifier: GPL-2.0
#include <linux/delay.h> //@ fold includes
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mtio.h>
#include <linux/slab.h>
#include <linux/uaccess.h> //@ fold

#define FILES 8

struct tape {
	u32 *start; /* the block at which each file begins */
};

/* «mt fsf COUNT»: rewinds, and winds forward by COUNT files. */
static long tape_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct mtop __user *user = (struct mtop __user *)arg; //@ user
	struct tape *tape = file->private_data;
	struct mtop op;
	int count;

	if (cmd != MTIOCTOP)
		return -ENOTTY;

	if (get_user(count, &user->mt_count)) //@ first
		return -EFAULT;
	if (count < 0 || count >= FILES) //@ check
		return -EINVAL;

	msleep(1000); /* the tape rewinds */

	if (copy_from_user(&op, user, sizeof(op))) //@ second
		return -EFAULT;
	if (op.mt_op != MTFSF)
		return -EINVAL;

	pr_info("file %d begins at block %u\n", op.mt_count,
		tape->start[op.mt_count]); //@ use
	return 0;
}

static int tape_open(struct inode *inode, struct file *file)
{
	struct tape *tape = kzalloc_obj(*tape);

	if (!tape)
		return -ENOMEM;
	tape->start = kcalloc(FILES, sizeof(*tape->start), GFP_KERNEL);
	if (!tape->start) {
		kfree(tape);
		return -ENOMEM;
	}
	for (int i = 0; i < FILES; i++)
		tape->start[i] = 64 * i;
	file->private_data = tape;
	return 0;
}

static int tape_release(struct inode *inode, struct file *file)
{
	struct tape *tape = file->private_data;

	kfree(tape->start);
	kfree(tape);
	return 0;
}

static const struct file_operations tape_fops = { //@ fold the misc device and its operations
	.owner = THIS_MODULE,
	.open = tape_open,
	.unlocked_ioctl = tape_ioctl,
	.release = tape_release,
};

static struct miscdevice tape_dev = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "tape",
	.fops = &tape_fops,
}; //@ fold
module_misc_device(tape_dev);

MODULE_DESCRIPTION("Checks one count and uses another");
MODULE_LICENSE("GPL");
