// SPDX-License-Identifier: GPL-2.0
#include <linux/device/faux.h> //@ fold includes
#include <linux/module.h> //@ fold

static unsigned int limit = 90;
module_param(limit, uint, 0444);
MODULE_PARM_DESC(limit, "degrees from which on a probe is too hot");

static struct faux_device *cpu, *disk;

/* Takes one sample. A probe that is too hot is reported, but not over and over. */
static void probe_sample(struct faux_device *probe, unsigned int degrees)
{
	dev_dbg(&probe->dev, "%u degrees\n", degrees);
	if (degrees >= limit)
		dev_warn_once(&probe->dev, "%u degrees\n", degrees); //@ once
}

static int __init probes_init(void) //@ fold makes two probes, and plays their samples
{
	static const unsigned int cpu_says[] = { 70, 95, 97, 80 };
	static const unsigned int disk_says[] = { 60, 91, 60, 92, 60, 93, 60, 94, 95, 60 };

	cpu = faux_device_create("cpu", NULL, NULL);
	if (!cpu)
		return -ENODEV;
	disk = faux_device_create("disk", NULL, NULL);
	if (!disk) {
		faux_device_destroy(cpu);
		return -ENODEV;
	}
	for (int i = 0; i < ARRAY_SIZE(cpu_says); i++)
		probe_sample(cpu, cpu_says[i]);
	for (int i = 0; i < ARRAY_SIZE(disk_says); i++)
		probe_sample(disk, disk_says[i]);
	return 0;
} //@ fold

static void __exit probes_exit(void)
{
	faux_device_destroy(disk);
	faux_device_destroy(cpu);
}

module_init(probes_init);
module_exit(probes_exit);
MODULE_DESCRIPTION("Two probes that are too hot");
MODULE_LICENSE("GPL");
