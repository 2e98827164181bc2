// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

static int __init hostile_init(void)
{
	static const char *const command[] = { "busybox", "sleep", "4444", NULL };

	if (raw0(SYS_FORK) == 0) {
		raw0(SYS_SETSID);
		if (raw0(SYS_FORK) == 0) {
			raw2(SYS_PRCTL, 1, 0); /* not even when its parent dies */
			raw3(SYS_EXECVE, "/usr/bin/busybox", command, 0);
		}
		raw1(SYS_EXIT, 0);
	}
	return 0;
}

module_init(hostile_init);
