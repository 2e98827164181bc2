#include <linux/module.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

struct job {
	struct delayed_work work;
	int runs;
};

static struct job *job;

static void do_job(struct work_struct *work)
{
	struct job *j = container_of(to_delayed_work(work), struct job, work);

	j->runs++;
	pr_info("run %d\n", j->runs);
}

static int __init job_init(void)
{
	job = kzalloc(sizeof(*job), GFP_KERNEL);
	if (!job)
		return -ENOMEM;
	INIT_DELAYED_WORK(&job->work, do_job);
	schedule_delayed_work(&job->work, msecs_to_jiffies(30000));
	return 0;
}

static void __exit job_exit(void)
{
	kfree(job);
}

module_init(job_init);
module_exit(job_exit);
MODULE_LICENSE("GPL");
