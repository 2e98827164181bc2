// SPDX-License-Identifier: GPL-2.0
/* Reads firmware that is made of blocks: tag, unused, length (16 bits, little-endian), value, filled up to four. */
#include <linux/align.h> //@ fold includes
#include <linux/errno.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/unaligned.h> //@ fold

#define FW_VERSION 1

struct block {
	u8 tag;
	const u8 *value;
	u16 len;
};

/* Takes the first block off. False if it is not whole. */
static bool split_block(const u8 **data, size_t *len, struct block *block)
{
	size_t size;

	if (*len < 4)
		return false;
	block->tag = (*data)[0];
	block->len = get_unaligned_le16(*data + 2);
	block->value = *data + 4;

	size = 4 + ALIGN(block->len, 4);
	if (size > *len)
		return false;
	*data += size;
	*len -= size;
	return true;
}

/* The number of blocks, or -EINVAL. */
static int check(const u8 *data, size_t len)
{
	struct block block;
	int blocks = 0;

	if (len < 4 || memcmp(data, "NOFW", 4))
		return -EINVAL;
	data += 4;
	len -= 4;

	while (len) {
		if (!split_block(&data, &len, &block))
			return -EINVAL;
		blocks++;
	}
	return blocks;
}

/* Of firmware that was checked. */
static bool find(const u8 *data, size_t len, u8 tag, struct block *block)
{
	data += 4;
	len -= 4;
	while (split_block(&data, &len, block)) {
		if (block->tag == tag)
			return true;
	}
	return false;
}

static int version(const u8 *data, size_t len)
{
	struct block block;
	int err;

	err = check(data, len);
	if (err < 0)
		return err;
	if (!find(data, len, FW_VERSION, &block))
		return -ENOENT;
	if (block.len < 2)
		return -EINVAL;
	return get_unaligned_le16(block.value);
}

static int __init fw_init(void)
{
	static const u8 good[] = "NOFW\x02\0\x01\0A\0\0\0\x01\0\x02\0\x07\x03\0";
	static const u8 cut[] = "NOFW\x01\0\x09\0\x07\x03\0";

	pr_info("version: %#x\n", version(good, sizeof(good)));
	pr_info("cut off: %d\n", version(cut, sizeof(cut)));
	return 0;
}

static void __exit fw_exit(void)
{
}

module_init(fw_init);
module_exit(fw_exit);
MODULE_DESCRIPTION("A parser of firmware blocks");
MODULE_LICENSE("GPL");
