// SPDX-License-Identifier: GPL-2.0
#include <linux/delay.h> //@ fold includes
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/sched.h>
#include <linux/wait.h>
#include "colleague.h" //@ fold

/* A hatch with room for one parcel. */
struct hatch {
	struct mutex lock; /* protects all below; changed is woken after each change */
	bool full;
	int parcel;
	bool closed;
	wait_queue_head_t changed;
};

static struct hatch hatch = {
	.lock = __MUTEX_INITIALIZER(hatch.lock),
	.changed = __WAIT_QUEUE_HEAD_INITIALIZER(hatch.changed),
};

/* Waits until there is room. */
static int hatch_put(struct hatch *h, int parcel)
{
	for (;;) {
		wait_event(h->changed, !READ_ONCE(h->full) || READ_ONCE(h->closed));
		guard(mutex)(&h->lock);
		if (h->closed)
			return -EPIPE;
		if (h->full)
			continue; /* somebody was faster */
		WRITE_ONCE(h->full, true);
		h->parcel = parcel;
		wake_up_all(&h->changed);
		return 0;
	}
}

/* Waits until there is a parcel, at most so many jiffies. */
static int hatch_take(struct hatch *h, long left)
{
	for (;;) {
		left = wait_event_interruptible_timeout(h->changed,
			READ_ONCE(h->full) || READ_ONCE(h->closed), left);
		if (left <= 0)
			return left ?: -ETIMEDOUT;
		guard(mutex)(&h->lock);
		if (h->full) {
			WRITE_ONCE(h->full, false);
			wake_up_all(&h->changed);
			return h->parcel;
		}
		if (h->closed)
			return -EPIPE;
	}
}

static void hatch_close(struct hatch *h)
{
	guard(mutex)(&h->lock);
	WRITE_ONCE(h->closed, true);
	wake_up_all(&h->changed);
}

/* What is written before one knows wait_event(): it looks, and then it goes to sleep. */
static void hatch_wait_hastily(struct hatch *h)
{
	DEFINE_WAIT(wait);
	long left;

	if (READ_ONCE(h->full))
		return;
	msleep(100); /* an interrupt, or another task that runs first */
	prepare_to_wait(&h->changed, &wait, TASK_UNINTERRUPTIBLE);
	left = schedule_timeout(HZ / 2);
	finish_wait(&h->changed, &wait);
	pr_info("hasty: %s, a parcel: %d\n", left ? "was woken" : "nobody woke me",
		READ_ONCE(h->full));
}

static void put_every_other(struct hatch *h, int parcel) //@ fold scenes
{
	for (; parcel <= 5; parcel += 2)
		if (hatch_put(h, parcel))
			break;
}

static void put_odd(void *data)
{
	put_every_other(data, 1);
}

static void put_even(void *data)
{
	put_every_other(data, 2);
}

static void put_late(void *data)
{
	msleep(50);
	hatch_put(data, 6);
}

static void take_or_give_up(void *data)
{
	pr_info("took %d\n", hatch_take(data, HZ / 3));
}

static void close_late(void *data)
{
	msleep(50);
	hatch_close(data);
	msleep(200);
	pr_info("200 ms later\n");
}

static int __init hatch_init(void)
{
	struct colleague *one, *two;
	int parcel, sum = 0;

	pr_info("an empty hatch: %d\n", hatch_take(&hatch, HZ / 20));

	one = colleague_start(put_odd, &hatch);
	two = colleague_start(put_even, &hatch);
	for (int i = 0; i < 5; i++) {
		parcel = hatch_take(&hatch, HZ);
		if (parcel < 0)
			break;
		sum += parcel;
	}
	colleague_join(one);
	colleague_join(two);
	pr_info("five parcels, sum %d\n", sum);

	one = colleague_start(put_late, &hatch);
	hatch_wait_hastily(&hatch);
	colleague_join(one);
	hatch_take(&hatch, HZ);

	one = colleague_start(take_or_give_up, &hatch);
	two = colleague_start(take_or_give_up, &hatch);
	msleep(50);
	hatch_put(&hatch, 7);
	msleep(100);
	pr_info("100 ms later\n");
	colleague_join(one);
	colleague_join(two);

	one = colleague_start(close_late, &hatch);
	pr_info("closed: %d\n", hatch_take(&hatch, HZ));
	colleague_join(one);
	pr_info("put: %d\n", hatch_put(&hatch, 8));
	return 0;
}
module_init(hatch_init);

static void __exit hatch_exit(void)
{
}
module_exit(hatch_exit);

MODULE_DESCRIPTION("Hands parcels over, one at a time");
MODULE_LICENSE("GPL"); //@ fold
