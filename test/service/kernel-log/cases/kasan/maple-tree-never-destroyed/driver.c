#include <linux/module.h>
#include <linux/maple_tree.h>

static struct maple_tree ranges = MTREE_INIT(ranges, 0);

static int __init ranges_init(void)
{
	int i, ret = 0;

	for (i = 0; i < 40 && !ret; i++)
		ret = mtree_store_range(&ranges, i * 10, i * 10 + 4, xa_mk_value(i), GFP_KERNEL);
	return ret;
}

static void __exit ranges_exit(void)
{
}

module_init(ranges_init);
module_exit(ranges_exit);
MODULE_LICENSE("GPL");
