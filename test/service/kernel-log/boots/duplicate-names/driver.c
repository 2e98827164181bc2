#include <linux/debugfs.h>
#include <linux/kobject.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

static struct proc_dir_entry *one;
static struct kobject *obj;

static int show(struct seq_file *m, void *v)
{
	return 0;
}

static int __init twice_init(void)
{
	one = proc_create_single("twice", 0444, NULL, show);
	proc_create_single("twice", 0444, NULL, show);
	obj = kobject_create_and_add("twice", kernel_kobj);
	if (!kobject_create_and_add("twice", kernel_kobj))
		pr_info("refused\n");
	debugfs_create_dir("twice", NULL);
	debugfs_create_dir("twice", NULL);
	return 0;
}

static void __exit twice_exit(void)
{
	proc_remove(one);
	remove_proc_entry("never", NULL);
	kobject_put(obj);
}

module_init(twice_init);
module_exit(twice_exit);
MODULE_LICENSE("GPL");
