// SPDX-License-Identifier: GPL-2.0
#include <linux/fs.h> //@ fold includes
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include "safe.h" //@ fold

#define RECORD 16

/* What the EEPROM has: the length of the PIN, and its digits. */
static const u8 eeprom[RECORD] = { 7, '1', '8', '2', '8', '1', '8', '2' };

static atomic_t open, tries;

/* Reads the record into memory of its own, as from a slow chip, and compares. */
static int is_right(const char *pin, size_t length)
{
	u8 *record = kmemdup(eeprom, RECORD, GFP_KERNEL); //@ record
	int right;

	if (!record)
		return -ENOMEM;
	right = length == record[0] && !memcmp(pin, record + 1, length);
	kfree(record); //@ free
	return right;
}

/* Who writes the PIN opens the safe. */
static ssize_t safe_write(struct file *file, const char __user *buf, size_t size, loff_t *pos)
{
	char pin[RECORD - 1];
	size_t length = min(size, sizeof(pin));
	int right;

	if (copy_from_user(pin, buf, length))
		return -EFAULT;
	right = is_right(pin, length);
	if (right < 0)
		return right;
	if (!right) {
		atomic_inc(&tries);
		return -EACCES;
	}
	atomic_set(&open, 1);
	return length;
}

static long safe_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct safe_status *status;
	long err;

	if (cmd != SAFE_STATUS)
		return -ENOTTY;

	status = kmalloc_obj(*status); //@ allocate
	if (!status)
		return -ENOMEM;
	status->open = atomic_read(&open); //@ fill
	status->tries = atomic_read(&tries);
	err = copy_to_user((void __user *)arg, status, sizeof(*status)) ? -EFAULT : 0; //@ copy
	kfree(status);
	return err;
}

static const struct file_operations safe_fops = { //@ fold the misc device and its operations
	.owner = THIS_MODULE,
	.write = safe_write,
	.unlocked_ioctl = safe_ioctl,
};

static struct miscdevice safe_dev = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "safe",
	.fops = &safe_fops,
}; //@ fold
module_misc_device(safe_dev);

MODULE_DESCRIPTION("Opens to who knows a PIN");
MODULE_LICENSE("GPL");
