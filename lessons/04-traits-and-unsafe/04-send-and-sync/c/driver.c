// SPDX-License-Identifier: GPL-2.0
#include <linux/delay.h> //@ fold includes
#include <linux/errno.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/printk.h>
#include <linux/slab.h>
#include <linux/workqueue.h> //@ fold

#define PERIODS 8

struct pcm_runtime {
	u8 *buf; //@ shared
	struct work_struct playback;
};

static struct pcm_runtime pcm; //@ shared

/* Writes one sample in each period. Waits for the next as userspace does. */
static void playback(struct work_struct *work)
{
	struct pcm_runtime *rt = container_of(work, struct pcm_runtime, playback);
	u8 *buf = rt->buf; //@ look
	int i;

	if (!buf)
		return;
	for (i = 0; i < PERIODS; i++) {
		msleep(20);
		buf[i] = 0x80;
	}
}

/* Userspace has another thread, and it gives the buffer back. */
static void hw_free(struct pcm_runtime *rt)
{
	kfree(rt->buf); //@ free
	rt->buf = NULL; //@ free
}

static int __init pcm_init(void)
{
	pcm.buf = kzalloc(PERIODS, GFP_KERNEL);
	if (!pcm.buf)
		return -ENOMEM;

	INIT_WORK(&pcm.playback, playback);
	schedule_work(&pcm.playback); //@ spawn
	msleep(50);
	hw_free(&pcm);
	return 0;
}
module_init(pcm_init);

static void __exit pcm_exit(void)
{
	cancel_work_sync(&pcm.playback);
	kfree(pcm.buf);
}
module_exit(pcm_exit);

MODULE_DESCRIPTION("One thread plays from a buffer, another frees it");
MODULE_LICENSE("GPL");
