#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/sysfs.h>

static const struct kobj_type box_type = {
	.sysfs_ops = &kobj_sysfs_ops,
};
static struct kobject box;

static int __init box_init(void)
{
	int error = kobject_init_and_add(&box, &box_type, kernel_kobj, "box");

	if (error)
		kobject_put(&box);
	return error;
}

static void __exit box_exit(void)
{
	kobject_put(&box);
}

module_init(box_init);
module_exit(box_exit);
MODULE_LICENSE("GPL");
