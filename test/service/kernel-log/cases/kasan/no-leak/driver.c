#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/fs.h>
#include <linux/slab.h>
#include <linux/workqueue.h>
#include <linux/debugfs.h>
#include <linux/proc_fs.h>
#include <linux/vmalloc.h>
#include <linux/rcupdate.h>


struct node { struct rcu_head rcu; int v; };
static struct workqueue_struct *wq;
static struct dentry *dir;
static void *area;
static const struct file_operations fops = { .owner = THIS_MODULE };
static struct miscdevice misc = { .minor = MISC_DYNAMIC_MINOR, .name = "put", .fops = &fops };

static int __init demo_init(void)
{
	struct node *n = kzalloc(sizeof(*n), GFP_KERNEL);

	if (misc_register(&misc))
		return -ENODEV;
	wq = alloc_workqueue("demo", WQ_PERCPU, 0);
	dir = debugfs_create_dir("demo", NULL);
	proc_mkdir("demo", NULL);
	area = vmalloc(9000);
	kfree_rcu(n, rcu);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
	remove_proc_entry("demo", NULL);
	debugfs_remove(dir);
	destroy_workqueue(wq);
	misc_deregister(&misc);
	vfree(area);
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
