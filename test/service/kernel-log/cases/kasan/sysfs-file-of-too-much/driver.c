#include <linux/module.h>
#include <linux/kobject.h>
#include <linux/sysfs.h>

static struct kobject *table;

/* A file of sysfs is one page. */
static ssize_t rows_show(struct kobject *object, struct kobj_attribute *attribute, char *page)
{
	return sprintf(page, "%5000d\n", 1);
}
static struct kobj_attribute rows = __ATTR_RO(rows);

static int __init table_init(void)
{
	int error;

	table = kobject_create_and_add("table", kernel_kobj);
	if (!table)
		return -ENOMEM;
	error = sysfs_create_file(table, &rows.attr);
	if (error)
		kobject_put(table);
	return error;
}

static void __exit table_exit(void)
{
	kobject_put(table);
}

module_init(table_init);
module_exit(table_exit);
MODULE_LICENSE("GPL");
