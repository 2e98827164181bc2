#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
#include <linux/gfp.h>


static int __init demo_init(void)
{
	void *a = kmalloc(1UL << 25, GFP_KERNEL);
	void *b = vmalloc(1UL << 32);
	void *p = (void *)__get_free_pages(GFP_KERNEL, 9);

	pr_info("%d %d %d\n", !!a, !!b, !!p);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
