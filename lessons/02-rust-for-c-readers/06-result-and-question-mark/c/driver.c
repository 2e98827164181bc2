// SPDX-License-Identifier: GPL-2.0
/* Checks what a device tree says of a port, and probes two of them. */
#include <linux/errno.h> //@ fold includes
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/types.h> //@ fold

struct port {
	u32 baud;
	u32 irq;
};

static const u32 irqs[] = { 40, 41 };

static int check_baud(u32 raw, u32 *baud)
{
	if (raw == 0)
		return -EINVAL;
	if (raw > 115200)
		return -ERANGE;

	*baud = raw;
	return 0;
}

/* NULL if the pipe has no interrupt. */
static const u32 *find_irq(u32 pipe)
{
	return pipe < ARRAY_SIZE(irqs) ? &irqs[pipe] : NULL;
}

static int setup(u32 raw, u32 pipe, struct port *port)
{
	const u32 *irq;
	u32 baud;
	int err;

	err = check_baud(raw, &baud);
	if (err)
		return err;

	irq = find_irq(pipe);
	if (!irq)
		return -ENXIO;

	port->baud = baud;
	port->irq = *irq;
	return 0;
}

static int probe(u32 raw, u32 pipe)
{
	struct port port;
	int err;

	err = setup(raw, pipe, &port);
	if (err)
		return err;

	pr_info("port at %u baud, irq %u\n", port.baud, port.irq);
	return 0;
}

static int __init ports_init(void)
{
	pr_info("probe: %d\n", probe(9600, 1));
	pr_info("probe: %d\n", probe(9600, 2));
	return 0;
}

static void __exit ports_exit(void)
{
}

module_init(ports_init);
module_exit(ports_exit);
MODULE_DESCRIPTION("A probe with helpers that can fail");
MODULE_LICENSE("GPL");
