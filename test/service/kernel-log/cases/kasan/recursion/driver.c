#include <linux/module.h>
#include <linux/string.h>

static noinline int walk(int depth)
{
	char name[128];

	memset(name, depth, sizeof(name));
	if (depth == 0)
		return name[3];
	return walk(depth - 1) + name[5];
}

static int __init walk_init(void)
{
	pr_info("%d\n", walk(10));
	pr_info("%d\n", walk(100000));
	return 0;
}

module_init(walk_init);
MODULE_LICENSE("GPL");
