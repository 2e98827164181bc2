// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h> //@ fold includes
#include <linux/slab.h>
#include <linux/string.h> //@ fold

#define NAME_LEN 4

/* One section of a firmware image. */
struct section {
	const u8 *data;		/* points into the image */ //@ whose
	size_t len;
};

/* What the flash holds: name, length, bytes; name, length, bytes. */
static const u8 flash[] = {
	'f', 'w', 'i', 'd', 1, 0x07,
	'c', 'a', 'l', '0', 3, 0x11, 0x22, 0x33,
};

static struct section cal;

/* @found points into @image, so @image must outlive it. */ //@ signature
static int section_find(const u8 *image, size_t size, const char *name,
			struct section *found) //@ signature
{
	while (size > NAME_LEN) {
		size_t len = image[NAME_LEN];
		size_t step = NAME_LEN + 1 + len;

		if (step > size)
			return -EINVAL;
		if (!memcmp(image, name, NAME_LEN)) {
			found->data = image + NAME_LEN + 1;
			found->len = len;
			return 0;
		}
		image += step;
		size -= step;
	}
	return -ENOENT;
}

static u32 section_sum(const struct section *section)
{
	u32 sum = 0;

	for (size_t i = 0; i < section->len; i++)
		sum += section->data[i]; //@ use
	return sum;
}

static int __init cal_init(void)
{
	u8 *image = kmemdup(flash, sizeof(flash), GFP_KERNEL);
	int err;

	if (!image)
		return -ENOMEM;

	err = section_find(image, sizeof(flash), "cal0", &cal);
	kfree(image);		/* parsed, no longer needed */ //@ release
	if (err)
		return err;

	pr_info("calibration sum %#x\n", section_sum(&cal));
	return 0;
}
module_init(cal_init);

static void __exit cal_exit(void)
{
}
module_exit(cal_exit);

MODULE_DESCRIPTION("Keeps a pointer into a firmware image that is gone");
MODULE_LICENSE("GPL");
