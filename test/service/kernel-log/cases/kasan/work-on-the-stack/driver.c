#include <linux/module.h>
#include <linux/workqueue.h>

static void count(struct work_struct *work)
{
}

static noinline void count_and_wait(void)
{
	struct work_struct counting;

	INIT_WORK_ONSTACK(&counting, count);
	schedule_work(&counting);
	flush_work(&counting);
	destroy_work_on_stack(&counting);
}

static noinline void count_unannounced(void)
{
	struct work_struct counting;

	INIT_WORK(&counting, count);
	schedule_work(&counting);
	flush_work(&counting);
}

static int __init count_init(void)
{
	count_and_wait();
	count_unannounced();
	return 0;
}

static void __exit count_exit(void)
{
}

module_init(count_init);
module_exit(count_exit);
MODULE_LICENSE("GPL");
