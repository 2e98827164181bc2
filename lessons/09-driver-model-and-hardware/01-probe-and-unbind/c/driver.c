// SPDX-License-Identifier: GPL-2.0
/* A driver for meters, which firmware describes. */
#include <linux/device.h> //@ fold includes
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/property.h> //@ fold

/* What the driver has as long as it is bound to a meter. */
struct meter {
	struct device *dev;
	u32 channels;
};

static void meter_switch_off(struct meter *meter)
{
	dev_info(meter->dev, "%u channels off\n", meter->channels);
}

static void meter_gone(void *data)
{
	struct meter *meter = data;

	dev_info(meter->dev, "gone\n");
}

static int meter_probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct meter *meter;
	u32 channels;
	int err;

	err = device_property_read_u32(dev, "channels", &channels);
	if (err)
		return err;
	if (channels < 1 || channels > 8)
		return -EINVAL;

	/* Freed when the driver is unbound, whoever still has the pointer. */
	meter = devm_kzalloc(dev, sizeof(*meter), GFP_KERNEL);
	if (!meter)
		return -ENOMEM;
	meter->dev = dev;
	meter->channels = channels;
	err = devm_add_action_or_reset(dev, meter_gone, meter);
	if (err)
		return err;
	platform_set_drvdata(pdev, meter);
	dev_info(dev, "%u channels\n", channels);
	return 0;
}

static void meter_remove(struct platform_device *pdev)
{
	meter_switch_off(platform_get_drvdata(pdev));
}

static struct platform_driver meter_driver = {
	.probe = meter_probe,
	.remove = meter_remove,
	.driver.name = "meter",
};
module_platform_driver(meter_driver);

MODULE_DESCRIPTION("A driver for meters");
MODULE_LICENSE("GPL");
