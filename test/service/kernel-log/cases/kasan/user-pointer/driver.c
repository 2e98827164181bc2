#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>

static ssize_t put(struct file *f, const char __user *from, size_t n, loff_t *at)
{
	pr_info("first %c\n", READ_ONCE(*(__force const char *)from));
	return n;
}
static const struct file_operations fops = { .owner = THIS_MODULE, .write = put };
static struct miscdevice misc = { .minor = MISC_DYNAMIC_MINOR, .name = "put", .fops = &fops };

static int __init demo_init(void)
{
	if (misc_register(&misc))
		return -ENODEV;
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
	misc_deregister(&misc);
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
