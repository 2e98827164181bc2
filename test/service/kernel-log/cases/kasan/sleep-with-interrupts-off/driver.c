#include <linux/module.h>
#include <linux/delay.h>
#include <linux/irqflags.h>

static void reset_chip(void)
{
	unsigned long flags;

	local_irq_save(flags);
	msleep(20);
	local_irq_restore(flags);
}

static int __init chip_init(void)
{
	reset_chip();
	return 0;
}

static void __exit chip_exit(void)
{
}

module_init(chip_init);
module_exit(chip_exit);
MODULE_LICENSE("GPL");
