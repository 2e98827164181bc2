#include <linux/module.h>

static int __init talks_init(void)
{
	pr_debug("only if asked\n");
	return 0;
}

static void __exit talks_exit(void)
{
	pr_debug("a last word\n");
}

module_init(talks_init);
module_exit(talks_exit);
MODULE_LICENSE("GPL");
