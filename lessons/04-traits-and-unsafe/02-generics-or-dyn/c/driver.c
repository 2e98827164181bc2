// SPDX-License-Identifier: GPL-2.0
#include <linux/array_size.h> //@ fold includes
#include <linux/init.h>
#include <linux/minmax.h>
#include <linux/module.h>
#include <linux/printk.h>
#include <linux/types.h> //@ fold

struct sensor {
	u32 (*sample)(const struct sensor *sensor, u32 turn);
	u32 value;
};

static u32 thermal_sample(const struct sensor *sensor, u32 turn)
{
	return 400 + turn * sensor->value % 37;
}

static u32 fan_sample(const struct sensor *sensor, u32 turn)
{
	return sensor->value + turn * 7919 % 211;
}

static u32 light_sample(const struct sensor *sensor, u32 turn)
{
	return turn * turn * sensor->value % 251;
}

struct summary {
	u32 least;
	u32 median;
	u32 most;
};

/* Takes sixteen samples and sorts them. */
static noinline void summary(const struct sensor *sensor, struct summary *summary)
{
	u32 samples[16];
	size_t i, at;

	for (i = 0; i < ARRAY_SIZE(samples); i++)
		samples[i] = sensor->sample(sensor, i);

	for (i = 1; i < ARRAY_SIZE(samples); i++)
		for (at = i; at > 0 && samples[at - 1] > samples[at]; at--)
			swap(samples[at - 1], samples[at]);

	summary->least = samples[0];
	summary->median = samples[8];
	summary->most = samples[15];
}

static noinline void tell(const char *name, const struct sensor *sensor)
{
	struct summary s;

	summary(sensor, &s);
	pr_info("%s: %u, %u, %u\n", name, s.least, s.median, s.most);
}

static struct sensor thermal = { thermal_sample, 11 };
static struct sensor fan = { fan_sample, 1200 };
static struct sensor light = { light_sample, 5 };

static int __init sensors_init(void)
{
	tell("thermal", &thermal);
	tell("fan", &fan);
	tell("light", &light);
	return 0;
}
module_init(sensors_init);

static void __exit sensors_exit(void)
{
}
module_exit(sensors_exit);

MODULE_DESCRIPTION("Three sensors and their summaries");
MODULE_LICENSE("GPL");
