// SPDX-License-Identifier: GPL-2.0
#include <linux/atomic.h> //@ fold includes
#include <linux/errno.h>
#include <linux/module.h>
#include "rival.h" //@ fold

#define MOST 3 /* users at a time */

static atomic_t visits; /* how often somebody asked */ //@ numbers
static atomic_t users; /* who is in, at most MOST */ //@ numbers

static void count_visit(void)
{
	int before = atomic_read(&visits); //@ visit

	rival_pause();
	atomic_set(&visits, before + 1); //@ visit
}

static int enter(void)
{
	int before;

	count_visit();
	before = atomic_read(&users); //@ enter
	if (before >= MOST) //@ enter
		return -EBUSY;
	rival_pause();
	atomic_set(&users, before + 1); //@ enter
	return 0;
}

static int leave(void)
{
	int before = atomic_read(&users); //@ leave

	rival_pause();
	atomic_set(&users, before - 1); //@ leave
	return 0;
}

static int __init gate_init(void)
{
	int entered = rival_run(5, enter); //@ five

	pr_info("%d of 5 are in\n", entered); //@ five
	pr_info("visits %d, users %d\n", atomic_read(&visits), atomic_read(&users));
	rival_run(entered, leave);
	pr_info("all left, users %d\n", atomic_read(&users));
	return 0;
}
module_init(gate_init);

static void __exit gate_exit(void)
{
}
module_exit(gate_exit);

MODULE_DESCRIPTION("Lets three in at a time");
MODULE_LICENSE("GPL");
