// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h> //@ fold includes
#include <linux/slab.h>
#include <linux/string.h> //@ fold

#define PAGE_LEN	32
#define CAN_MERGE	0x10	/* the page is ours to append to */

/* One slot of a ring. Slots are used again and again. */
struct slot {
	char *page;
	unsigned int len;
	unsigned int flags;
};

static struct slot head;

static void slot_own(struct slot *slot, char *page)
{
	slot->page = page;
	slot->len = 0;
	slot->flags = CAN_MERGE;
}

/* Puts a page into the slot that is somebody else's, to be read only. */
static void slot_splice(struct slot *slot, char *page, unsigned int len)
{
	slot->page = page; //@ every-field
	slot->len = len; //@ every-field
}

/* Appends a comma, the text, and an end. */
static int slot_append(struct slot *slot, const char *text)
{
	size_t len = strlen(text);

	if (!(slot->flags & CAN_MERGE)) //@ guard
		return -EPERM;
	if (slot->len + len + 2 > PAGE_LEN)
		return -ENOSPC;

	slot->page[slot->len++] = ',';
	memcpy(slot->page + slot->len, text, len); //@ write
	slot->len += len;
	slot->page[slot->len] = '\0'; //@ write
	return 0;
}

static int __init slot_init(void)
{
	char *own = kzalloc(PAGE_LEN, GFP_KERNEL);
	char *file = kzalloc(PAGE_LEN, GFP_KERNEL);
	int err = -ENOMEM;

	if (own && file) {
		slot_own(&head, own);
		slot_append(&head, "ours");

		strscpy(file, "root:x:0", PAGE_LEN);
		slot_splice(&head, file, strlen(file));
		err = slot_append(&head, "rw");
		pr_info("append gave %d, the file is now %s\n", err, file);
		err = 0;
	}
	kfree(file);
	kfree(own);
	return err;
}
module_init(slot_init);

static void __exit slot_exit(void)
{
}
module_exit(slot_exit);

MODULE_DESCRIPTION("Trusts a flag that somebody else left behind");
MODULE_LICENSE("GPL");
