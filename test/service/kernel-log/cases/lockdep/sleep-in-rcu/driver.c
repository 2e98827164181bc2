#include <linux/module.h>
#include <linux/delay.h>
#include <linux/rcupdate.h>
#include <linux/sched.h>
#include <linux/smp.h>

static int __init demo_init(void)
{
	rcu_read_lock();
	pr_info("%s reads on processor %d\n", current->comm, smp_processor_id());
	msleep(10);
	rcu_read_unlock();
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
