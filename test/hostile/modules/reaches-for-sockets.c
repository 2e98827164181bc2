// SPDX-License-Identifier: GPL-2.0
/* Whoever holds the end of a socket can do more than write to it. */
#include "raw.h"

#define SYS_FSTAT 5
#define SYS_SENDMSG 46
#define SYS_SHUTDOWN 48
#define SYS_GETPEERNAME 52
#define SYS_SOCKETPAIR 53
#define SYS_SETSOCKOPT 54
#define SYS_GETSOCKOPT 55
#define S_IFMT_HOST 0170000
#define S_IFSOCK_HOST 0140000
#define MSG_OOB_HOST 1
#define AF_UNIX_HOST 1
#define SOCK_STREAM_HOST 1
#define MODE 6

static unsigned int status[64];
static char text[] = "x";
static struct { void *base; unsigned long length; } vector = { text, 1 };
static struct {
	void *name;
	unsigned int name_length;
	void *vector;
	unsigned long vectors;
	void *control;
	unsigned long control_length;
	int flags;
} message = { .vector = &vector, .vectors = 1 };

static int __init hostile_init(void)
{
	int pair[2], fd;

	for (fd = 0; fd < 3; fd++)
		if (!raw2(SYS_FSTAT, fd, status))
			pr_info("descriptor %d %s\n", fd,
				(status[MODE] & S_IFMT_HOST) == S_IFSOCK_HOST ? "is one" : "is none");
	pr_info("asks for a pair: %ld\n", raw4(SYS_SOCKETPAIR, AF_UNIX_HOST, SOCK_STREAM_HOST, 0, pair));
	pr_info("sends urgently: %ld\n", raw3(SYS_SENDMSG, pair[0], &message, MSG_OOB_HOST));
	pr_info("asks for its options: %ld\n", raw(SYS_GETSOCKOPT, pair[0], 1, 4, (long)status, (long)&message, 0));
	pr_info("asks for other options: %ld\n", raw(SYS_SETSOCKOPT, pair[0], 1, 7, (long)status, 4, 0));
	pr_info("asks for its name: %ld\n", raw3(SYS_GETPEERNAME, pair[0], status, &message));
	pr_info("asks for an end: %ld\n", raw2(SYS_SHUTDOWN, pair[0], 2));
	return 0;
}

module_init(hostile_init);
