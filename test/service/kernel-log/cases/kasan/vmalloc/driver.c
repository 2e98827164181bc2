#include <linux/module.h>
#include <linux/vmalloc.h>

#define FRAMES 1000

static u32 *frames;

static int __init frame_init(void)
{
	int i;

	frames = vmalloc(FRAMES * sizeof(*frames));
	if (!frames)
		return -ENOMEM;
	for (i = 0; i <= FRAMES; i++)
		frames[i] = i;
	return 0;
}

static void __exit frame_exit(void)
{
	u32 *old = frames;

	vfree(frames);
	pr_info("last %u\n", old[FRAMES - 1]);
}

module_init(frame_init);
module_exit(frame_exit);
MODULE_LICENSE("GPL");
