#include <linux/fs.h>
#include <linux/module.h>

static int demo_read(struct file *file, char *buf, size_t len)
{
	return 0;
}

static const struct file_operations demo_fops = {
	.owner = THIS_MODULE,
	.read = demo_read,
};
const void *use = &demo_fops;
