// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include <linux/mutex.h>

static DEFINE_MUTEX(rx_lock);
static DEFINE_MUTEX(tx_lock);

static noinline void receive(void)
{
	mutex_lock(&rx_lock);
	mutex_lock(&tx_lock);
	mutex_unlock(&tx_lock);
	mutex_unlock(&rx_lock);
}

static noinline void transmit(void)
{
	mutex_lock(&tx_lock);
	mutex_lock(&rx_lock);
	mutex_unlock(&rx_lock);
	mutex_unlock(&tx_lock);
}

static int __init demo_init(void)
{
	receive();
	transmit();
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);

MODULE_LICENSE("GPL");
