// SPDX-License-Identifier: GPL-2.0
#include <linux/bitmap.h> //@ fold includes
#include <linux/module.h>
#include <linux/slab.h> //@ fold

#define TYPES	64

struct spec {
	u32 type;
	u32 mask;
};

struct filter {
	DECLARE_BITMAP(types, TYPES); //@ look
	u32 nr;
	struct spec specs[] __counted_by(nr);
};

static struct filter *active;

/* Types that we do not know are ignored. */
static int filter_set(const struct spec *wanted, u32 count)
{
	struct filter *filter;
	struct spec *next;
	u32 nr = 0;

	for (u32 i = 0; i < count; i++)
		if (wanted[i].type < sizeof(filter->types) * 8) //@ look
			nr++;

	filter = kzalloc_flex(*filter, specs, nr);
	if (!filter)
		return -ENOMEM;

	filter->nr = nr;
	next = filter->specs;
	for (u32 i = 0; i < count; i++) {
		if (wanted[i].type >= sizeof(filter->types) * BITS_PER_LONG) //@ look
			continue;
		__set_bit(wanted[i].type, filter->types); //@ look
		*next++ = wanted[i]; //@ look
	}

	active = filter;
	return 0;
}

static int __init filter_init(void)
{
	/* What user space asks for; 100 and 101 are not for us. */
	static const struct spec wanted[] = {
		{ 0, 0xff }, { 100, 0xff }, { 1, 0x0f }, { 101, 0xff },
	};

	return filter_set(wanted, ARRAY_SIZE(wanted));
}
module_init(filter_init);

static void __exit filter_exit(void)
{
	kfree(active);
}
module_exit(filter_exit);

MODULE_DESCRIPTION("Counts with one bound and fills with another");
MODULE_LICENSE("GPL");
