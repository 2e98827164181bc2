// SPDX-License-Identifier: GPL-2.0
/* The arithmetic of a page allocator and of a checksum, with a call of each. */
#include <linux/init.h> //@ fold includes
#include <linux/module.h>
#include <linux/types.h> //@ fold

static bool is_pow2(u32 n)
{
	return n != 0 && (n & (n - 1)) == 0;
}

static u32 align_up(u32 size, u32 step)
{
	u32 mask = step - 1;

	return (size + mask) & ~mask;
}

static u32 order_of(u32 pages)
{
	u32 order = 0;

	while ((1u << order) < pages)
		order++;

	return order;
}

/* A checksum of UDP: 0 would say that there is none, so it is sent as 0xffff. */
static u16 fold(u32 sum)
{
	while (sum >> 16)
		sum = (sum & 0xffff) + (sum >> 16);

	return sum != 0xffff ? ~sum : 0xffff;
}

static int __init pages_init(void)
{
	pr_info("is_pow2(4096): %d\n", is_pow2(4096));
	pr_info("align_up(5000, 4096): %u\n", align_up(5000, 4096));
	pr_info("order_of(5): %u\n", order_of(5));
	pr_info("fold(0x2fffe): %#x\n", fold(0x2fffe));
	return 0;
}

static void __exit pages_exit(void)
{
}

module_init(pages_init);
module_exit(pages_exit);
MODULE_DESCRIPTION("The arithmetic of pages and checksums");
MODULE_LICENSE("GPL");
