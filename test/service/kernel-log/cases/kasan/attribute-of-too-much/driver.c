#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/sysfs.h>

/* Says how long the text would be, not how much of it there was room for. */
static ssize_t rows_show(struct device *device, struct device_attribute *attribute, char *page)
{
	return snprintf(page, PAGE_SIZE, "%*d\n", (int)PAGE_SIZE + 4, 1);
}
static DEVICE_ATTR_RO(rows);

static struct attribute *table_attrs[] = { &dev_attr_rows.attr, NULL };
ATTRIBUTE_GROUPS(table);

static struct miscdevice table = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "table",
	.groups = table_groups,
};
module_misc_device(table);
MODULE_LICENSE("GPL");
