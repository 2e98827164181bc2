// SPDX-License-Identifier: GPL-2.0
/* A bounded ring for whatever a pointer points to. */
#include <linux/err.h> //@ fold includes
#include <linux/init.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/types.h> //@ fold

#define RING_SIZE 4

struct ring {
	void *slots[RING_SIZE];
	unsigned int first;
	unsigned int len;
};

/* The ring takes the item over, or -ENOSPC and the caller keeps it. */
static int ring_push(struct ring *ring, void *item)
{
	if (ring->len == RING_SIZE)
		return -ENOSPC;
	ring->slots[(ring->first + ring->len++) % RING_SIZE] = item;
	return 0;
}

/* The oldest item, which is the caller's now, or NULL. */
static void *ring_pop(struct ring *ring)
{
	void *item;

	if (!ring->len)
		return NULL;
	item = ring->slots[ring->first];
	ring->first = (ring->first + 1) % RING_SIZE;
	ring->len--;
	return item;
}

/* A full ring gives its oldest item up, for the caller to free. */
static void *ring_push_over(struct ring *ring, void *item)
{
	void *old = ring->len == RING_SIZE ? ring_pop(ring) : NULL;

	ring_push(ring, item);
	return old;
}

/* Still the ring's. 0 is the oldest. */
static void *ring_get(struct ring *ring, unsigned int index)
{
	if (index >= ring->len)
		return NULL;
	return ring->slots[(ring->first + index) % RING_SIZE];
}

/* Frees what @keep does not want to keep. */
static void ring_retain(struct ring *ring,
			bool (*keep)(void *item, void *data), void *data)
{
	unsigned int i, len = ring->len;

	for (i = 0; i < len; i++) {
		void *item = ring_pop(ring);

		if (keep(item, data))
			ring_push(ring, item);
		else
			kfree(item);
	}
}

static bool above(void *item, void *data)
{
	return *(u32 *)item > *(u32 *)data;
}

static int __init ring_init(void)
{
	struct ring ring = {};
	u32 i, limit = 2;
	void *item;

	for (i = 0; i < 6; i++) {
		u32 *event = kmalloc_obj(*event);

		if (!event)
			break;
		*event = i;
		kfree(ring_push_over(&ring, event));
	}

	ring_retain(&ring, above, &limit);
	for (i = 0; i < ring.len; i++)
		pr_info("event %u\n", *(u32 *)ring_get(&ring, i));
	while ((item = ring_pop(&ring)))
		kfree(item);
	return 0;
}

static void __exit ring_exit(void)
{
}

module_init(ring_init);
module_exit(ring_exit);
MODULE_DESCRIPTION("A bounded ring of pointers");
MODULE_LICENSE("GPL");
