#include <linux/module.h>
#include <linux/kfifo.h>
#include <linux/slab.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/uaccess.h>

#define RECORD 24

static DECLARE_KFIFO(bytes, u8, 64);
static DEFINE_MUTEX(lock);

static ssize_t r_write(struct file *f, const char __user *buf, size_t n, loff_t *pos)
{
	unsigned int copied;
	int ret;

	mutex_lock(&lock);
	ret = kfifo_from_user(&bytes, buf, n, &copied);
	mutex_unlock(&lock);
	return ret ? ret : copied;
}

/* Hands out all there is, although the record has room for RECORD bytes only. */
static ssize_t r_read(struct file *f, char __user *buf, size_t n, loff_t *pos)
{
	u8 *record = kzalloc(RECORD, GFP_KERNEL);
	unsigned int len;
	ssize_t ret;

	if (!record)
		return -ENOMEM;
	mutex_lock(&lock);
	len = kfifo_out(&bytes, record, kfifo_len(&bytes));
	mutex_unlock(&lock);
	ret = min_t(size_t, min_t(size_t, len, n), RECORD);
	if (copy_to_user(buf, record, ret))
		ret = -EFAULT;
	kfree(record);
	return ret;
}

static const struct file_operations r_fops = {
	.owner = THIS_MODULE,
	.read = r_read,
	.write = r_write,
};

static struct miscdevice r_dev = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "records",
	.fops = &r_fops,
};

static int __init r_init(void)
{
	INIT_KFIFO(bytes);
	return misc_register(&r_dev);
}

static void __exit r_exit(void)
{
	misc_deregister(&r_dev);
}

module_init(r_init);
module_exit(r_exit);
MODULE_LICENSE("GPL");
