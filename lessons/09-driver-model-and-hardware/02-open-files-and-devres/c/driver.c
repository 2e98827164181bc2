// SPDX-License-Identifier: GPL-2.0
#include <linux/device.h> //@ fold includes
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include "meter0.h" //@ fold

/* One for each device; devm_kzalloc() frees it when the driver is unbound. */
struct meter { //@ meter
	struct device *dev; //@ meter
	struct miscdevice misc; //@ meter
};

/* Tells what the meter shows. */
static ssize_t meter_read(struct file *file, char __user *buf, size_t count,
			  loff_t *ppos)
{
	struct meter *meter = container_of(file->private_data, struct meter, misc); //@ read
	char text[24];
	u32 value;
	int err, len;

	err = meter0_read(meter->dev, &value); //@ read
	if (err)
		return err;
	len = scnprintf(text, sizeof(text), "value %u\n", value);
	return simple_read_from_buffer(buf, count, ppos, text, len);
}

static const struct file_operations meter_fops = { //@ fold the operations
	.owner = THIS_MODULE,
	.read = meter_read,
}; //@ fold

static int meter_probe(struct platform_device *pdev)
{
	struct meter *meter;

	meter = devm_kzalloc(&pdev->dev, sizeof(*meter), GFP_KERNEL); //@ probe
	if (!meter)
		return -ENOMEM;
	meter->dev = &pdev->dev;
	meter->misc.minor = MISC_DYNAMIC_MINOR;
	meter->misc.name = "meter";
	meter->misc.fops = &meter_fops;
	platform_set_drvdata(pdev, meter);
	return misc_register(&meter->misc); //@ probe
}

/* From here on nobody opens it any more. */
static void meter_remove(struct platform_device *pdev)
{
	struct meter *meter = platform_get_drvdata(pdev);

	misc_deregister(&meter->misc); //@ remove
}

static struct platform_driver meter_driver = { //@ fold the platform driver
	.probe = meter_probe,
	.remove = meter_remove,
	.driver.name = "meter",
};
module_platform_driver(meter_driver);

MODULE_DESCRIPTION("A file for a meter");
MODULE_LICENSE("GPL"); //@ fold
