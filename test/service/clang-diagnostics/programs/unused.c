#include <linux/module.h>

static void helper(void)
{
	int left, used = 3;

	pr_info("%d\n", used);
}
