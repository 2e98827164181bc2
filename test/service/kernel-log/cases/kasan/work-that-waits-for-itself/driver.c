#include <linux/module.h>
#include <linux/workqueue.h>
#include <linux/delay.h>

static struct workqueue_struct *wq;
static struct work_struct w;
static void fn(struct work_struct *work)
{
	flush_workqueue(wq);
}

static int __init demo_init(void)
{
	wq = alloc_ordered_workqueue("demo", 0);
	INIT_WORK(&w, fn);
	queue_work(wq, &w);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
	destroy_workqueue(wq);
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
