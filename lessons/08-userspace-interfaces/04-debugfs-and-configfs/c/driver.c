// SPDX-License-Identifier: GPL-2.0
#include <linux/configfs.h> //@ fold includes
#include <linux/debugfs.h>
#include <linux/module.h>
#include <linux/slab.h> //@ fold

#define MOST 110 /* degrees */

static u32 temperature = 40;
static atomic_t made;

/* A fan that user space made, with mkdir. */
struct fan {
	struct config_group group;
	unsigned int limit;
};

static struct fan *to_fan(struct config_item *item)
{
	return container_of(to_config_group(item), struct fan, group);
}

static ssize_t fan_limit_show(struct config_item *item, char *page)
{
	return sprintf(page, "%u\n", READ_ONCE(to_fan(item)->limit));
}

static ssize_t fan_limit_store(struct config_item *item, const char *page, size_t count)
{
	unsigned int limit;
	int err = kstrtouint(page, 10, &limit);

	if (err)
		return err;
	if (limit > MOST)
		return -EINVAL;
	WRITE_ONCE(to_fan(item)->limit, limit);
	return count;
}
CONFIGFS_ATTR(fan_, limit);

static ssize_t fan_state_show(struct config_item *item, char *page)
{
	bool on = READ_ONCE(temperature) > READ_ONCE(to_fan(item)->limit);

	return sprintf(page, "%s\n", on ? "on" : "off");
}
CONFIGFS_ATTR_RO(fan_, state);

static struct configfs_attribute *fan_attributes[] = {
	&fan_attr_limit,
	&fan_attr_state,
	NULL,
};

/* The last one is done with it: after rmdir, and after all open files. */
static void fan_release(struct config_item *item)
{
	struct fan *fan = to_fan(item);

	pr_info("a fan for %u degrees goes\n", fan->limit);
	kfree(fan);
}

static struct configfs_item_operations fan_operations = {
	.release = fan_release,
};

static const struct config_item_type fan_type = {
	.ct_item_ops = &fan_operations,
	.ct_attrs = fan_attributes,
	.ct_owner = THIS_MODULE,
};

static struct config_group *fans_make(struct config_group *group, const char *name)
{
	struct fan *fan = kzalloc_obj(*fan);

	if (!fan)
		return ERR_PTR(-ENOMEM);
	fan->limit = 80;
	config_group_init_type_name(&fan->group, name, &fan_type);
	atomic_inc(&made);
	return &fan->group;
}

static struct configfs_group_operations fans_operations = { //@ fold the subsystem
	.make_group = fans_make,
};

static const struct config_item_type fans_type = {
	.ct_group_ops = &fans_operations,
	.ct_owner = THIS_MODULE,
};

static struct configfs_subsystem fans = {
	.su_group.cg_item = {
		.ci_namebuf = "fans",
		.ci_type = &fans_type,
	},
}; //@ fold

static struct dentry *dir;

static int __init fans_init(void)
{
	int err;

	config_group_init(&fans.su_group);
	mutex_init(&fans.su_mutex);
	err = configfs_register_subsystem(&fans);
	if (err)
		return err;
	dir = debugfs_create_dir("fans", NULL);
	debugfs_create_u32("temperature", 0600, dir, &temperature);
	debugfs_create_atomic_t("made", 0400, dir, &made);
	return 0;
}
module_init(fans_init);

static void __exit fans_exit(void)
{
	debugfs_remove(dir);
	configfs_unregister_subsystem(&fans);
}
module_exit(fans_exit);

MODULE_DESCRIPTION("Fans that user space makes");
MODULE_LICENSE("GPL");
