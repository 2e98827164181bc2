#include <linux/debugfs.h>
#include <linux/module.h>

static u32 total = 100, parts;
static struct dentry *dir;

static int share_get(void *data, u64 *value)
{
	*value = total / READ_ONCE(parts);
	return 0;
}
DEFINE_DEBUGFS_ATTRIBUTE(share_fops, share_get, NULL, "%llu\n");

static int __init share_init(void)
{
	dir = debugfs_create_dir("share", NULL);
	debugfs_create_u32("parts", 0644, dir, &parts);
	debugfs_create_file("each", 0444, dir, NULL, &share_fops);
	return 0;
}

static void __exit share_exit(void)
{
	debugfs_remove(dir);
}

module_init(share_init);
module_exit(share_exit);
MODULE_LICENSE("GPL");
