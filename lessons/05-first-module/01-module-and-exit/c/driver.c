// SPDX-License-Identifier: GPL-2.0
#include <linux/debugfs.h> //@ fold includes
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h> //@ fold

struct heartbeat {
	char name[16];
	u32 interval;
	struct dentry *dir;
};

static struct heartbeat *heartbeat; //@ state

static int __init heartbeat_init(void)
{
	heartbeat = kzalloc_obj(*heartbeat);
	if (!heartbeat)
		return -ENOMEM;

	strscpy(heartbeat->name, "heartbeat");
	heartbeat->interval = 250;
	heartbeat->dir = debugfs_create_dir(heartbeat->name, NULL); //@ undo
	debugfs_create_u32("interval", 0444, heartbeat->dir, //@ undo
			   &heartbeat->interval); //@ undo
	pr_info("%s: started\n", heartbeat->name);
	return 0;
}
module_init(heartbeat_init); //@ init

static void __exit heartbeat_exit(void)
{
	pr_info("%s: stopped\n", heartbeat->name);
	kfree(heartbeat); //@ undo
	debugfs_remove(heartbeat->dir); //@ undo
}
module_exit(heartbeat_exit); //@ exit

MODULE_DESCRIPTION("Shows its interval for longer than it has one");
MODULE_LICENSE("GPL"); //@ facts
