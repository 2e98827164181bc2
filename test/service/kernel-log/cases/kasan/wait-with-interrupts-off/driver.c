#include <linux/module.h>
#include <linux/wait.h>
#include <linux/irqflags.h>

static DECLARE_WAIT_QUEUE_HEAD(queue);
static bool ready;

static int __init wait_init(void)
{
	DEFINE_WAIT(entry);

	local_irq_disable();
	prepare_to_wait(&queue, &entry, TASK_INTERRUPTIBLE);
	local_irq_disable();
	if (!ready)
		schedule_timeout(10);
	finish_wait(&queue, &entry);
	local_irq_enable();
	return 0;
}

static void __exit wait_exit(void)
{
}

module_init(wait_init);
module_exit(wait_exit);
MODULE_LICENSE("GPL");
