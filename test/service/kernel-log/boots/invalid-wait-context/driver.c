// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(ring_lock);
static DEFINE_MUTEX(config_lock);

static int __init demo_init(void)
{
	spin_lock(&ring_lock);
	mutex_lock(&config_lock);
	mutex_unlock(&config_lock);
	spin_unlock(&ring_lock);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
