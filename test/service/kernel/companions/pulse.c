// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include "pulse.h"

int pulse_read(int channel)
{
	return channel < 4 ? 100 + channel : -EINVAL;
}
EXPORT_SYMBOL_GPL(pulse_read);

static int __init pulse_init(void)
{
	pr_info("nobody sees this\n");
	return 0;
}
module_init(pulse_init);

static void __exit pulse_exit(void)
{
	pr_info("pulse leaves\n");
}
module_exit(pulse_exit);

MODULE_DESCRIPTION("Plays a sensor");
MODULE_LICENSE("GPL");
