#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/sysfs.h>

static struct kobject *shelf;

/* Says how long the text would be, not how much of it there was room for. */
static ssize_t rows_show(struct kobject *object, struct kobj_attribute *attribute, char *page)
{
	return snprintf(page, PAGE_SIZE, "%*d\n", (int)PAGE_SIZE + 4, 1);
}
static struct kobj_attribute rows = __ATTR_RO(rows);

static int __init shelf_init(void)
{
	int error;

	shelf = kobject_create_and_add("shelf", kernel_kobj);
	if (!shelf)
		return -ENOMEM;
	error = sysfs_create_file(shelf, &rows.attr);
	if (error)
		kobject_put(shelf);
	return error;
}

static void __exit shelf_exit(void)
{
	kobject_put(shelf);
}

module_init(shelf_init);
module_exit(shelf_exit);
MODULE_LICENSE("GPL");
