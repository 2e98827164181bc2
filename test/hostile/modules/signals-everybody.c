// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

#define SIGSTOP_ 19
#define SIGKILL_ 9

static int __init hostile_init(void)
{
	long parent = raw0(SYS_GETPPID);

	pr_info("is %ld, its parent is %ld\n", raw0(SYS_GETPID), parent);
	pr_info("stops its parent: %ld\n", raw2(SYS_KILL, parent, SIGSTOP_));
	pr_info("kills its parent: %ld\n", raw2(SYS_KILL, parent, SIGKILL_));
	pr_info("kills the first: %ld\n", raw2(SYS_KILL, 1, SIGKILL_));
	pr_info("kills its group: %ld\n", raw2(SYS_KILL, -1, SIGSTOP_));
	raw2(SYS_KILL, -1, SIGKILL_);
	return 0;
}

module_init(hostile_init);
