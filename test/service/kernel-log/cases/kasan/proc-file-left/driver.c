#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

static char greeting[] = "hello";

static int hi_show(struct seq_file *m, void *v)
{
	seq_printf(m, "%s\n", greeting);
	return 0;
}

static int __init hi_init(void)
{
	if (!proc_create_single("hi", 0444, NULL, hi_show))
		return -ENOMEM;
	return 0;
}

static void __exit hi_exit(void)
{
}

module_init(hi_init);
module_exit(hi_exit);
MODULE_LICENSE("GPL");
