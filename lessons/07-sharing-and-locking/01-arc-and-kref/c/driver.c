// SPDX-License-Identifier: GPL-2.0
/* Keyrings that are counted: the directory has a share of each, and so has a process that joins. */
#include <linux/kref.h> //@ fold includes
#include <linux/module.h>
#include <linux/slab.h> //@ fold

struct keyring {
	struct kref refs;
	int serial;
	int keys;
};

static struct keyring *directory[2]; /* a share of each, or NULL */
static struct keyring *session; /* a share, or NULL */
static struct keyring *largest; /* a share, or NULL */

static void keyring_free(struct kref *refs)
{
	struct keyring *ring = container_of(refs, struct keyring, refs);

	pr_info("keyring %d freed\n", ring->serial);
	kfree(ring);
}

static void keyring_put(struct keyring *ring)
{
	if (ring)
		kref_put(&ring->refs, keyring_free);
}

/* The caller gets a share, the first one. */
static struct keyring *keyring_new(int serial, int keys)
{
	struct keyring *ring = kzalloc_obj(*ring);

	if (!ring)
		return NULL;
	kref_init(&ring->refs);
	ring->serial = serial;
	ring->keys = keys;
	return ring;
}

/* The caller gets a share, or NULL. */
static struct keyring *find(int serial)
{
	for (int i = 0; i < ARRAY_SIZE(directory); i++) {
		struct keyring *ring = directory[i];

		if (ring && ring->serial == serial) {
			kref_get(&ring->refs);
			return ring;
		}
	}
	return NULL;
}

static bool is_there(int serial)
{
	struct keyring *ring = find(serial);

	keyring_put(ring); /* found, and not kept */
	return ring;
}

static void forget(int serial)
{
	for (int i = 0; i < ARRAY_SIZE(directory); i++) {
		if (directory[i] && directory[i]->serial == serial) {
			keyring_put(directory[i]);
			directory[i] = NULL;
		}
	}
}

/* Gives the number, or 0 if that is the keyring it has already. */
static int join(int serial)
{
	struct keyring *ring = find(serial);

	if (!ring)
		return -ENOENT;
	if (ring == session) {
		keyring_put(ring); /* the line that CVE-2016-0728 did not have */
		return 0;
	}
	keyring_put(session);
	session = ring;
	return serial;
}

/* Borrows @ring. Takes a share of its own only if it keeps it. */
static void note(struct keyring *ring)
{
	if (largest && ring->keys <= largest->keys)
		return;
	keyring_put(largest);
	kref_get(&ring->refs);
	largest = ring;
}

static int __init keyring_init(void)
{
	for (int i = 0; i < ARRAY_SIZE(directory); i++) {
		directory[i] = keyring_new(i + 1, 3 - i);
		if (!directory[i]) {
			forget(1);
			return -ENOMEM;
		}
		pr_info("keyring %d, keys %d\n", i + 1, directory[i]->keys);
	}
	pr_info("find 2: %s\n", is_there(2) ? "true" : "false");
	pr_info("join 1: %d\n", join(1));
	pr_info("join 1 again: %d\n", join(1));
	pr_info("join 7: %d\n", join(7));
	note(directory[1]);
	note(directory[0]);
	note(directory[1]);
	pr_info("largest %d\n", largest->serial);
	forget(1);
	pr_info("session %d, keys %d\n", session->serial, session->keys);
	pr_info("join 2: %d\n", join(2));
	pr_info("audit ends\n");
	keyring_put(largest);
	largest = NULL;
	return 0;
}

static void __exit keyring_exit(void)
{
	pr_info("exit\n");
	forget(2);
	keyring_put(session);
}

module_init(keyring_init);
module_exit(keyring_exit);
MODULE_DESCRIPTION("Counts who uses a keyring");
MODULE_LICENSE("GPL");
