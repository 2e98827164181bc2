// SPDX-License-Identifier: GPL-2.0
/* Hands out the minor numbers of serial ports. */
#include <linux/idr.h> //@ fold includes
#include <linux/minmax.h>
#include <linux/module.h> //@ fold

#define FIRST 64
#define LAST 66

/* Whoever takes a number has to free it, once. */
static DEFINE_IDA(minors);

/* Gives the least number that is free, or a negative errno. */
static int take(void)
{
	return ida_alloc_range(&minors, FIRST, LAST, GFP_KERNEL);
}

static int __init serial_init(void)
{
	int first = take();
	int second = take();
	int third = take();

	if (first < 0 || second < 0 || third < 0)
		goto err_free;
	pr_info("minors %d, %d, %d\n", first, second, third);
	pr_info("a fourth: %d\n", take());

	ida_free(&minors, second);
	second = take();
	pr_info("again: %d\n", second);

	/* The console stays, so nobody frees its number. */
	pr_info("the console keeps %d\n", first);
	ida_free(&minors, second);
	ida_free(&minors, third);

	second = take();
	pr_info("then: %d\n", second);
	ida_free(&minors, second);
	return 0;

err_free:
	ida_destroy(&minors);
	return min3(first, second, third); /* the error, since it is negative */
}
module_init(serial_init);

static void __exit serial_exit(void)
{
	ida_destroy(&minors);
}
module_exit(serial_exit);

MODULE_DESCRIPTION("Hands out the minor numbers of serial ports");
MODULE_LICENSE("GPL");
