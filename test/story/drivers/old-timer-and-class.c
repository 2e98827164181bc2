#include <linux/module.h>
#include <linux/device.h>
#include <linux/fs.h>
#include <linux/proc_fs.h>
#include <linux/string.h>
#include <linux/timer.h>
#include <linux/uaccess.h>

static struct timer_list beat;
static struct class *class;
static char name[16];

static void on_beat(unsigned long data)
{
	mod_timer(&beat, jiffies + HZ);
}

static ssize_t old_read(struct file *file, char __user *to, size_t size, loff_t *at)
{
	if (!access_ok(VERIFY_WRITE, to, size))
		return -EFAULT;
	return 0;
}

static const struct file_operations fops = { .owner = THIS_MODULE, .read = old_read };

static int __init old_init(void)
{
	class = class_create(THIS_MODULE, "old");
	setup_timer(&beat, on_beat, 0);
	strlcpy(name, "old", sizeof(name));
	proc_create("old", 0444, NULL, &fops);
	return 0;
}

static void __exit old_exit(void)
{
	del_timer_sync(&beat);
	class_destroy(class);
}

module_init(old_init);
module_exit(old_exit);
MODULE_SUPPORTED_DEVICE("old");
DEFINE_SPIN(lock);
MODULE_LICENSE("GPL");
