#include <linux/module.h>
#include <linux/list.h>

struct job { struct list_head node; int id; };

static LIST_HEAD(jobs);
static struct job first;

static void queue_job(struct job *job)
{
	list_add_tail(&job->node, &jobs);
}

static int __init jobs_init(void)
{
	queue_job(&first);
	queue_job(&first);
	return 0;
}

static void __exit jobs_exit(void)
{
}

module_init(jobs_init);
module_exit(jobs_exit);
MODULE_LICENSE("GPL");
