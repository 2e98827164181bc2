// SPDX-License-Identifier: GPL-2.0
#include <linux/kfifo.h> //@ fold includes
#include <linux/module.h>
#include <linux/string_choices.h> //@ fold

#define IR_ID	0x888

/* Stands for the chip's registers; this one is of another kind. */
static struct {
	u32 id;
	bool on;
} chip = { .id = 0x850 };

static struct kfifo rx;
static bool bound;

static void chip_power(bool on)
{
	chip.on = on;
}

static int ir_probe(void)
{
	int err;

	chip_power(true);

	err = kfifo_alloc(&rx, 512, GFP_KERNEL);
	if (err) {
		chip_power(false); //@ undo
		return err;
	}

	if (chip.id != IR_ID) {
		kfifo_free(&rx); //@ last-path
		return -ENODEV; //@ last-path
	}

	bound = true;
	return 0;
}

static void ir_remove(void)
{
	kfifo_free(&rx); //@ order
	chip_power(false); //@ order
	bound = false;
}

static int __init ir_init(void)
{
	int err = ir_probe();

	pr_info("probe gave %d, the chip is %s\n", err, str_on_off(chip.on));
	return 0;
}
module_init(ir_init);

static void __exit ir_exit(void)
{
	if (bound)
		ir_remove();
}
module_exit(ir_exit);

MODULE_DESCRIPTION("Leaves the chip on when the last step of probe fails");
MODULE_LICENSE("GPL");
