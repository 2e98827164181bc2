#include <linux/kernel.h>
#include <linux/io.h>
#include <linux/interrupt.h>

static int unused = 3;

static void show(unsigned long size)
{
	pr_info("%d\n", size);
}
