#include <linux/module.h>
#include <linux/slab.h>

static u32 *table;

/* Takes bytes for elements: four times as many as there are. */
static int __init table_init(void)
{
	u32 *next;
	int i;

	table = kcalloc(16, sizeof(*table), GFP_KERNEL);
	next = kcalloc(16, sizeof(*next), GFP_KERNEL);
	if (!table || !next)
		return -ENOMEM;
	for (i = 0; i < 16 * 4; i++)
		table[i] = 0x5a5a5a5a;
	kfree(next);
	return 0;
}

static void __exit table_exit(void)
{
	kfree(table);
}

module_init(table_init);
module_exit(table_exit);
MODULE_LICENSE("GPL");
