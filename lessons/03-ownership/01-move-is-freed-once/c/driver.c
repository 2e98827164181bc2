// SPDX-License-Identifier: GPL-2.0
#include <linux/atomic.h> //@ fold includes
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h> //@ fold

struct msg {
	char text[32];
};

static struct msg *slot; /* the mailbox holds one message */
static atomic_t refused;

/* Puts @msg into the mailbox, or disposes of it if that is full. */ //@ take
static int mbox_post(struct msg *msg) //@ take
{
	if (cmpxchg(&slot, NULL, msg)) {
		kfree(msg); //@ first
		return -EBUSY;
	}
	return 0;
}

/* Sends @msg, and counts refusals. On failure the caller keeps @msg. */ //@ back
static int mbox_send(struct msg *msg) //@ back
{
	int err = mbox_post(msg); //@ move

	if (err)
		atomic_inc(&refused);
	return err; //@ give
}

static int mbox_say(const char *text)
{
	struct msg *msg = kzalloc_obj(*msg);
	int err;

	if (!msg)
		return -ENOMEM;

	strscpy(msg->text, text);
	err = mbox_send(msg);
	if (err)
		kfree(msg); //@ second
	return err;
}

static int __init mbox_init(void)
{
	mbox_say("link up");
	mbox_say("link down"); /* full by now */
	pr_info("%d refused\n", atomic_read(&refused));
	return 0;
}
module_init(mbox_init);

static void __exit mbox_exit(void)
{
	kfree(slot);
}
module_exit(mbox_exit);

MODULE_DESCRIPTION("Frees a message that was freed already");
MODULE_LICENSE("GPL");
