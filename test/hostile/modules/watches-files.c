// SPDX-License-Identifier: GPL-2.0
/* What tells of the files that all sandboxes share, or keeps others from them. */
#include "raw.h"

#define O_RDONLY 0
#define SYS_PIPE 22
#define SYS_FCNTL 72

static const struct {
	long number, b, c;
	const char *name;
} calls[] = {
	{ 73, 2 | 4, 0, "flock" }, { SYS_FCNTL, 1024, 0, "a lease" }, { SYS_FCNTL, 6, 0, "a lock" },
	{ SYS_FCNTL, 37, 0, "a lock of its own" }, { SYS_FCNTL, 1026, 1, "news of a folder" },
	{ 451, 0, 0, "cachestat" }, { 306, 0, 0, "syncfs" }, { 162, 0, 0, "sync" },
	{ 253, 0, 0, "inotify_init" }, { 294, 0, 0, "inotify_init1" }, { 300, 0, 0, "fanotify_init" },
};

static int __init hostile_init(void)
{
	long file = raw3(SYS_OPEN, "/usr/bin/busybox", O_RDONLY, 0);
	int pipe[2];
	int i;

	for (i = 0; i < ARRAY_SIZE(calls); i++)
		pr_info("asks for %s: %ld\n", calls[i].name, raw3(calls[i].number, file, calls[i].b, calls[i].c));
	raw1(SYS_PIPE, pipe);
	pr_info("asks for a larger pipe: %ld\n", raw3(SYS_FCNTL, pipe[1], 1031, 1 << 20));
	return 0;
}

module_init(hostile_init);
