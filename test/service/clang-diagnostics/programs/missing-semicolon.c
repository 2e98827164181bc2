#include <linux/module.h>

static int __init demo_init(void)
{
	int x = 1
	return x - 1;
}
module_init(demo_init);
