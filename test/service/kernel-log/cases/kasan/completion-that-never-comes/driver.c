#include <linux/module.h>
#include <linux/completion.h>

static DECLARE_COMPLETION(done);

static int __init demo_init(void)
{
	wait_for_completion(&done);
	return 0;
}
module_init(demo_init);

static void __exit demo_exit(void)
{
}
module_exit(demo_exit);
MODULE_LICENSE("GPL");
