// SPDX-License-Identifier: GPL-2.0
#define pr_fmt(fmt) "logbook: " fmt //@ fold headers and parameters

#include <linux/atomic.h>
#include <linux/cleanup.h>
#include <linux/configfs.h>
#include <linux/debugfs.h>
#include <linux/fs.h>
#include <linux/hrtimer.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h>
#include "linering.h"
#include "logbook.h"

#define WIDTH 64
#define MOST 4096

static unsigned int lines = 8;
module_param(lines, uint, 0444);
MODULE_PARM_DESC(lines, "How many lines it keeps: 1 to 4096");

static unsigned int beat;
module_param(beat, uint, 0444);
MODULE_PARM_DESC(beat, "Milliseconds between two lines of its own; 0: none"); //@ fold

/* What all who open the device share. */
static DEFINE_MUTEX(lock);	/* protects the ring */
static struct line_ring ring;
static unsigned int width = WIDTH;
static atomic_t beats;
static struct hrtimer timer;

/* Adds a line. May sleep. */
static int logbook_put(const u8 *text, size_t length)
{
	guard(mutex)(&lock);
	return line_ring_put(&ring, text, length);
}

/* Runs in a worker, which may sleep. */
static void write_beat(struct work_struct *work)
{
	int count = atomic_read(&beats);
	char text[16];
	int length = scnprintf(text, sizeof(text), "beat %d", count);

	if (logbook_put(text, length))
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

static ssize_t logbook_read(struct file *file, char __user *to, size_t room, loff_t *pos)
{
	u8 *all __free(kvfree) = kvmalloc_array(lines, WIDTH + 1, GFP_KERNEL);
	size_t length = 0;
	u32 index;

	if (!all)
		return -ENOMEM;
	scoped_guard(mutex, &lock) {
		for (index = 0; index < line_ring_count(&ring); index++) {
			ssize_t copied = line_ring_get(&ring, index, all + length, WIDTH);

			if (copied < 0)
				break;
			length += copied;
			all[length++] = '\n';
		}
	}
	return simple_read_from_buffer(to, room, pos, all, length);
}

static ssize_t logbook_write(struct file *file, const char __user *from, size_t length, loff_t *pos)
{
	u8 line[WIDTH];
	u8 *end;
	int err;

	length = min(length, (size_t)READ_ONCE(width));
	if (length == 0)
		return -EINVAL;
	if (copy_from_user(line, from, length))
		return -EFAULT;
	end = memchr(line, '\n', length);
	err = logbook_put(line, end ? end - line : length);
	return err ? err : length;
}

static long logbook_ioctl(struct file *file, unsigned int cmd, unsigned long arg)
{
	struct logbook_info info = {};

	switch (cmd) {
	case LOGBOOK_INFO:
		scoped_guard(mutex, &lock) {
			info.lines = line_ring_count(&ring);
			info.dropped = line_ring_dropped(&ring);
		}
		info.width = READ_ONCE(width);
		return copy_to_user((void __user *)arg, &info, sizeof(info)) ? -EFAULT : 0;
	case LOGBOOK_CLEAR:
		scoped_guard(mutex, &lock)
			line_ring_clear(&ring);
		return 0;
	default:
		return -ENOTTY;
	}
}

static const struct file_operations logbook_ops = {
	.owner = THIS_MODULE,
	.read = logbook_read,
	.write = logbook_write,
	.unlocked_ioctl = logbook_ioctl,
	.compat_ioctl = compat_ptr_ioctl,
};

static struct miscdevice logbook_device = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "logbook",
	.fops = &logbook_ops,
};

static struct dentry *dir;

static int stats_show(struct seq_file *seq, void *unused)
{
	guard(mutex)(&lock);
	seq_printf(seq, "%u lines, %llu dropped\n", line_ring_count(&ring), line_ring_dropped(&ring));
	return 0;
}
DEFINE_SHOW_ATTRIBUTE(stats);

static ssize_t logbook_width_show(struct config_item *item, char *page)
{
	return sprintf(page, "%u\n", READ_ONCE(width));
}

static ssize_t logbook_width_store(struct config_item *item, const char *page, size_t count)
{
	unsigned int wanted;
	int err = kstrtouint(page, 10, &wanted);

	if (err)
		return err;
	if (wanted == 0 || wanted > WIDTH)
		return -EINVAL;
	WRITE_ONCE(width, wanted);
	return count;
}
CONFIGFS_ATTR(logbook_, width);

static struct configfs_attribute *logbook_attributes[] = {
	&logbook_attr_width,
	NULL,
};

static const struct config_item_type logbook_type = {
	.ct_attrs = logbook_attributes,
	.ct_owner = THIS_MODULE,
};

static struct configfs_subsystem settings = {
	.su_group = {
		.cg_item = {
			.ci_namebuf = "logbook",
			.ci_type = &logbook_type,
		},
	},
};

static int __init logbook_init(void)
{
	int err;

	if (lines < 1 || lines > MOST)
		return -EINVAL;
	line_ring_init(&ring, lines);
	hrtimer_setup(&timer, count_beat, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	config_group_init(&settings.su_group);
	mutex_init(&settings.su_mutex);
	err = configfs_register_subsystem(&settings);
	if (err)
		goto destroy;
	err = misc_register(&logbook_device);
	if (err)
		goto unregister;
	dir = debugfs_create_dir("logbook", NULL);
	debugfs_create_file("stats", 0444, dir, NULL, &stats_fops);
	if (beat)
		hrtimer_start(&timer, ms_to_ktime(beat), HRTIMER_MODE_REL);
	pr_info("room for %u lines\n", lines);
	return 0;

unregister:
	configfs_unregister_subsystem(&settings);
destroy:
	line_ring_destroy(&ring);
	return err;
}
module_init(logbook_init);

/* The order matters: nobody opens it, no timer queues work, no work runs, and only then can the ring go. */
static void __exit logbook_exit(void)
{
	misc_deregister(&logbook_device);
	debugfs_remove(dir);
	configfs_unregister_subsystem(&settings);
	hrtimer_cancel(&timer);
	cancel_work_sync(&beat_work);
	line_ring_destroy(&ring);
}
module_exit(logbook_exit);

MODULE_DESCRIPTION("Keeps the last lines that were written to it");
MODULE_LICENSE("GPL");
