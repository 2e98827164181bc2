// SPDX-License-Identifier: GPL-2.0
#include <linux/cleanup.h> //@ fold includes
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h> //@ fold

struct fault {
	size_t len;
	char text[32];
};

static const struct fault no_fault = { .len = 9, .text = "no fault\n" };
static struct fault *pending;

/* One read reports one fault, and takes it off the device. */
static ssize_t fault_read(struct file *file, char __user *buf,
			  size_t count, loff_t *ppos)
{
	const struct fault *seen = &no_fault; //@ loan

	if (READ_ONCE(pending)) {
		struct fault *fault __free(kfree) = xchg(&pending, NULL); //@ owner

		if (fault)
			seen = fault; //@ loan
	} //@ end

	return simple_read_from_buffer(buf, count, ppos, seen->text, //@ use
				       seen->len); //@ use
}

static const struct file_operations fault_fops = { //@ fold the misc device and its operations
	.owner = THIS_MODULE,
	.read = fault_read,
};

static struct miscdevice fault_dev = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "fault",
	.fops = &fault_fops,
}; //@ fold

static int __init fault_init(void)
{
	int err;

	pending = kzalloc_obj(*pending);
	if (!pending)
		return -ENOMEM;

	pending->len = strscpy(pending->text, "over-temperature\n");

	err = misc_register(&fault_dev);
	if (err)
		kfree(pending);
	return err;
}
module_init(fault_init);

static void __exit fault_exit(void)
{
	misc_deregister(&fault_dev);
	kfree(pending);
}
module_exit(fault_exit);

MODULE_DESCRIPTION("Reports a fault from a block that has ended");
MODULE_LICENSE("GPL");
