// SPDX-License-Identifier: GPL-2.0
#include <linux/list.h> //@ fold includes
#include <linux/module.h>
#include <linux/slab.h> //@ fold

struct session {
	int id;
	bool expired;
	struct session *peer; /* the other end, or NULL */
	struct list_head node;
};

static LIST_HEAD(sessions);

/* Closes @s and its other end. */
static void session_close(struct session *s) //@ change
{
	struct session *peer = s->peer;

	list_del(&s->node);
	kfree(s);
	if (peer) {
		list_del(&peer->node); //@ remove
		kfree(peer);
	}
}

static void expire_all(void)
{
	struct session *s, *next;

	list_for_each_entry_safe(s, next, &sessions, node) { //@ walk
		if (s->expired)
			session_close(s); //@ call
	}
}

static struct session *session_open(int id, bool expired)
{
	struct session *s = kzalloc_obj(*s);

	if (!s)
		return NULL;
	s->id = id;
	s->expired = expired;
	list_add_tail(&s->node, &sessions);
	return s;
}

static int __init session_init(void)
{
	struct session *s = session_open(1, true);
	struct session *peer = session_open(2, false);

	if (s && peer) {
		s->peer = peer;
		peer->peer = s;
	}
	expire_all();
	return 0;
}
module_init(session_init);

static void __exit session_exit(void)
{
	struct session *s, *next;

	list_for_each_entry_safe(s, next, &sessions, node)
		kfree(s);
}
module_exit(session_exit);

MODULE_DESCRIPTION("Closes the session that the walk goes to next");
MODULE_LICENSE("GPL");
