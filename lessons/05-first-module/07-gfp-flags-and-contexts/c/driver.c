// SPDX-License-Identifier: GPL-2.0
#include <linux/cleanup.h> //@ fold includes
#include <linux/init.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h> //@ fold

#define SAMPLES 10

/* What the device has said so far. */
struct journal {
	spinlock_t lock; /* protects samples and len */
	u32 *samples;
	size_t len;
};

static struct journal journal;

/* Callers may hold a spinlock of their own. */
static int journal_add(u32 sample)
{
	u32 *larger;

	guard(spinlock)(&journal.lock); //@ locks
	larger = krealloc_array(journal.samples, journal.len + 1, //@ sleeps
				sizeof(*larger), GFP_KERNEL); //@ sleeps
	if (!larger)
		return -ENOMEM;
	journal.samples = larger; //@ stores
	journal.samples[journal.len++] = sample;
	return 0;
}

static int __init journal_init(void)
{
	u32 kept = 0;

	spin_lock_init(&journal.lock);
	for (u32 sample = 0; sample < SAMPLES; sample++)
		if (!journal_add(sample)) //@ calls
			kept++;
	pr_info("%u samples kept, %u refused\n", kept, SAMPLES - kept);
	return 0;
}
module_init(journal_init);

static void __exit journal_exit(void)
{
	kfree(journal.samples);
}
module_exit(journal_exit);

MODULE_DESCRIPTION("Keeps samples under a spinlock");
MODULE_LICENSE("GPL");
