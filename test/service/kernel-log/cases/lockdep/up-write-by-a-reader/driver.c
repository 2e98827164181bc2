#include <linux/module.h>
#include <linux/rwsem.h>

static DECLARE_RWSEM(table_lock);
static int entries;

static int count_entries(void)
{
	int found;

	down_read(&table_lock);
	found = entries;
	up_write(&table_lock);
	return found;
}

static int __init table_init(void)
{
	return count_entries();
}

static void __exit table_exit(void)
{
}

module_init(table_init);
module_exit(table_exit);
MODULE_LICENSE("GPL");
