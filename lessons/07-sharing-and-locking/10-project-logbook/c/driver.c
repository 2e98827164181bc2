// SPDX-License-Identifier: GPL-2.0
/* A logbook that all who open it share, and into which a timer has lines written. */
#define pr_fmt(fmt) "logbook: " fmt

#include <linux/atomic.h> //@ fold includes
#include <linux/fs.h>
#include <linux/hrtimer.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/string.h>
#include <linux/workqueue.h>
#include "linering.h" //@ fold

#define MOST 4096

static unsigned int lines = 8;
module_param(lines, uint, 0444);
MODULE_PARM_DESC(lines, "How many lines it keeps: 1 to 4096");

static unsigned int beat;
module_param(beat, uint, 0444);
MODULE_PARM_DESC(beat, "Milliseconds between two lines of its own; 0: none");

/* What all who open the device share. */
static DEFINE_MUTEX(lock);	/* protects the ring */
static struct line_ring ring;
static atomic_t beats;
static struct hrtimer timer;

/* Adds a line. May sleep. */
static int logbook_put(const char *text)
{
	guard(mutex)(&lock);
	return line_ring_put(&ring, text, strlen(text));
}

/* Runs in a worker, which may sleep. */
static void write_beat(struct work_struct *work)
{
	int count = atomic_read(&beats);
	char text[16];

	snprintf(text, sizeof(text), "beat %d", count);
	if (logbook_put(text))
		pr_warn("no room for beat %d\n", count);
}
static DECLARE_WORK(beat_work, write_beat);

/* Runs in an interrupt, where nobody may sleep: it counts, and lets a worker write. */
static enum hrtimer_restart count_beat(struct hrtimer *timer)
{
	atomic_inc(&beats);
	queue_work(system_dfl_wq, &beat_work);
	hrtimer_forward_now(timer, ms_to_ktime(beat));
	return HRTIMER_RESTART;
}

static int logbook_open(struct inode *inode, struct file *file)
{
	return logbook_put("opened");
}

static int logbook_release(struct inode *inode, struct file *file)
{
	guard(mutex)(&lock);
	pr_info("closed, with %u lines, %llu dropped\n", line_ring_count(&ring), line_ring_dropped(&ring));
	return 0;
}

static const struct file_operations logbook_ops = {
	.owner = THIS_MODULE,
	.open = logbook_open,
	.release = logbook_release,
};

static struct miscdevice logbook_device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "logbook",
	.fops = &logbook_ops,
};

static int __init logbook_init(void)
{
	int err;

	if (lines < 1 || lines > MOST)
		return -EINVAL;
	line_ring_init(&ring, lines);
	hrtimer_setup(&timer, count_beat, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	err = misc_register(&logbook_device);
	if (err) {
		line_ring_destroy(&ring);
		return err;
	}
	if (beat)
		hrtimer_start(&timer, ms_to_ktime(beat), HRTIMER_MODE_REL);
	pr_info("room for %u lines\n", lines);
	return 0;
}
module_init(logbook_init);

/* The order matters: nobody opens it, no timer queues work, no work runs, and only then can the ring go. */
static void __exit logbook_exit(void)
{
	misc_deregister(&logbook_device);
	hrtimer_cancel(&timer);
	cancel_work_sync(&beat_work);
	line_ring_destroy(&ring);
}
module_exit(logbook_exit);

MODULE_DESCRIPTION("Keeps the last lines that were put into it");
MODULE_LICENSE("GPL");
