#include <linux/module.h>
#include <linux/device.h>
#include <linux/cdev.h>
#include <linux/fs.h>

static struct class *cls;
static dev_t dev;

static int __init demo_init(void)
{
	alloc_chrdev_region(&dev, 0, 2, "twice");
	cls = class_create("twice");
	device_create(cls, NULL, dev, NULL, "twice0");
	device_create(cls, NULL, dev, NULL, "twice0");
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
	device_destroy(cls, dev);
	class_destroy(cls);
	unregister_chrdev_region(dev, 2);
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
