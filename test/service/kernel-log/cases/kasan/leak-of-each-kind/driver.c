#include <linux/module.h>
#include <linux/vmalloc.h>
#include <linux/slab.h>
#include <linux/string.h>

static char *names[3];

static int __init demo_init(void)
{
	vmalloc(10000);
	names[0] = kstrdup("one", GFP_KERNEL);
	names[1] = kstrdup("two", GFP_KERNEL);
	names[2] = kmalloc(64, GFP_KERNEL);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
	kfree(names[0]);
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
