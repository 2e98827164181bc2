#include <linux/module.h>
#include <linux/kthread.h>
#include <linux/completion.h>
#include <linux/delay.h>

static DECLARE_COMPLETION(done);
static struct task_struct *worker;

/* on-stack request finishes after its owner gave up */
struct request {
	struct completion done;
	int result;
};

static struct request *current_request;

static int work(void *unused)
{
	while (!kthread_should_stop()) {
		if (current_request) {
			msleep_interruptible(200);
			current_request->result = 5;
			complete(&current_request->done);
			current_request = NULL;
		}
		msleep_interruptible(10);
	}
	return 0;
}

static noinline int ask(void)
{
	struct request rq;

	init_completion(&rq.done);
	current_request = &rq;
	if (!wait_for_completion_timeout(&rq.done, msecs_to_jiffies(50)))
		return -ETIMEDOUT;
	return rq.result;
}

static int __init k_init(void)
{
	worker = kthread_run(work, NULL, "asker");
	if (IS_ERR(worker))
		return PTR_ERR(worker);
	pr_info("%d\n", ask());
	return 0;
}

static void __exit k_exit(void)
{
	kthread_stop(worker);
}

module_init(k_init);
module_exit(k_exit);
MODULE_LICENSE("GPL");
