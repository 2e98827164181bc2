// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h> //@ fold includes
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/wait.h> //@ fold

/* One for each thread that talks to the driver. */
struct worker {
	pid_t pid;
	char comm[TASK_COMM_LEN];
	wait_queue_head_t wait;
};

/* What a poller keeps: where it waits, and its entry there. */
struct watch {
	wait_queue_head_t *wait; //@ pointer
	wait_queue_entry_t entry;
};

static void watch_add(struct watch *watch, struct worker *worker)
{
	watch->wait = &worker->wait; //@ pointer
	init_wait_entry(&watch->entry, 0);
	add_wait_queue(watch->wait, &watch->entry);
}

static void watch_remove(struct watch *watch)
{
	remove_wait_queue(watch->wait, &watch->entry); //@ late
}

static void worker_exit(struct worker *worker)
{
	kfree(worker); //@ owner
}

static int __init worker_init(void)
{
	struct watch watch;
	struct worker *worker = kzalloc_obj(*worker);

	if (!worker)
		return -ENOMEM;

	worker->pid = current->pid;
	get_task_comm(worker->comm, current);
	init_waitqueue_head(&worker->wait);

	watch_add(&watch, worker); /* EPOLL_CTL_ADD */ //@ add
	worker_exit(worker); /* BINDER_THREAD_EXIT */ //@ exit
	watch_remove(&watch); /* close() of the epoll file */ //@ remove

	return 0;
}
module_init(worker_init);

static void __exit worker_cleanup(void)
{
}
module_exit(worker_cleanup);

MODULE_DESCRIPTION("Waits on a queue whose owner has gone");
MODULE_LICENSE("GPL");
