// SPDX-License-Identifier: GPL-2.0
#include <linux/bug.h> //@ fold includes
#include <linux/errno.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/printk.h>
#include <linux/types.h> //@ fold

/* What a driver gets from the regulator core, and the check of its kind. */
struct supply {
	const char *name;
	unsigned int users; //@ state
};

static void supply_enable(struct supply *supply)
{
	supply->users++;
}

static void supply_disable(struct supply *supply)
{
	if (WARN(!supply->users, "unbalanced disables for %s\n", supply->name)) //@ check
		return;
	supply->users--;
}

struct sensor {
	struct supply *supply;
	u16 level;
};

static void sensor_probe(struct sensor *sensor)
{
	supply_enable(sensor->supply);
	sensor->level = 250;
}

/* Of a sensor that is switched on. */
static int sensor_read(struct sensor *sensor)
{
	return sensor->level++;
}

static void sensor_suspend(struct sensor *sensor)
{
	supply_disable(sensor->supply);
}

static void sensor_remove(struct sensor *sensor)
{
	supply_disable(sensor->supply); //@ twice
}

static struct supply vcc = { .name = "vcc" };
static struct sensor sensor = { .supply = &vcc };

static int __init sensor_init(void)
{
	sensor_probe(&sensor);
	pr_info("level %d\n", sensor_read(&sensor));
	sensor_suspend(&sensor);
	return 0;
}
module_init(sensor_init);

static void __exit sensor_exit(void)
{
	sensor_remove(&sensor);
}
module_exit(sensor_exit);

MODULE_DESCRIPTION("Switches its supply off twice");
MODULE_LICENSE("GPL");
