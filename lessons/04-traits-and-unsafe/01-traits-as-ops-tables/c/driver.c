// SPDX-License-Identifier: GPL-2.0
/* Character devices behind a table of functions, as in drivers/char/mem.c, without userspace. */
#include <linux/errno.h> //@ fold includes
#include <linux/init.h>
#include <linux/minmax.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/types.h> //@ fold

#define MAX_RW 64

struct chrdev;

/* What a device can do. NULL: it cannot. */
struct chrdev_ops {
	ssize_t (*read)(struct chrdev *dev, u8 *buf, size_t len);
	ssize_t (*write)(struct chrdev *dev, const u8 *buf, size_t len);
};

struct chrdev {
	const char *name;
	const struct chrdev_ops *ops;
	void *priv;
};

/* null: nothing to read, takes all. */
static ssize_t null_read(struct chrdev *dev, u8 *buf, size_t len)
{
	return 0;
}

static ssize_t null_write(struct chrdev *dev, const u8 *buf, size_t len)
{
	return len;
}

/* zero: as many zeros as you like. */
static ssize_t zero_read(struct chrdev *dev, u8 *buf, size_t len)
{
	memset(buf, 0, len);
	return len;
}

/* tick: each byte is one more than the last. It cannot be written to. */
struct tick {
	u8 next;
};

static ssize_t tick_read(struct chrdev *dev, u8 *buf, size_t len)
{
	struct tick *tick = dev->priv;
	size_t i;

	for (i = 0; i < len; i++)
		buf[i] = tick->next++;
	return len;
}

static const struct chrdev_ops null_ops = {
	.read = null_read,
	.write = null_write,
};

static const struct chrdev_ops zero_ops = {
	.read = zero_read,
	.write = null_write,
};

static const struct chrdev_ops tick_ops = {
	.read = tick_read,
};

/* As vfs_read(): one place for what holds for all devices. */
static ssize_t dev_read(struct chrdev *dev, u8 *buf, size_t len)
{
	len = min(len, MAX_RW);
	if (!dev->ops->read)
		return -EINVAL;
	return dev->ops->read(dev, buf, len);
}

static ssize_t dev_write(struct chrdev *dev, const u8 *buf, size_t len)
{
	if (!dev->ops->write)
		return -EINVAL;
	return dev->ops->write(dev, buf, len);
}

/* The sum of what one read gives. */
static ssize_t dev_sum(struct chrdev *dev)
{
	u8 buf[8];
	ssize_t sum = 0;
	ssize_t n, i;

	n = dev_read(dev, buf, sizeof(buf));
	for (i = 0; i < n; i++)
		sum += buf[i];
	return n < 0 ? n : sum;
}

static int __init chrdev_init(void)
{
	struct tick state = { .next = 1 };
	struct chrdev devs[] = {
		{ "null", &null_ops },
		{ "zero", &zero_ops },
		{ "tick", &tick_ops, &state },
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(devs); i++)
		pr_info("%s: sum %zd, write %zd\n", devs[i].name,
			dev_sum(&devs[i]), dev_write(&devs[i], "hi", 2));
	return 0;
}

static void __exit chrdev_exit(void)
{
}

module_init(chrdev_init);
module_exit(chrdev_exit);
MODULE_DESCRIPTION("Devices behind a table of functions");
MODULE_LICENSE("GPL");
