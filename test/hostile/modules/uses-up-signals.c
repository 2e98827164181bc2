// SPDX-License-Identifier: GPL-2.0
/* Signals that wait, and timers, are counted for all processes of one user. */
#include "raw.h"

#define SYS_RT_SIGPROCMASK 14
#define SYS_RT_SIGQUEUEINFO 129
#define SYS_TIMER_CREATE 222
#define SIGNAL 40
#define QUEUED (-1)
#define MOST 200000

static int info[32] = { SIGNAL, 0, QUEUED };
static u64 mask = 1ULL << (SIGNAL - 1);

static int __init hostile_init(void)
{
	int queued = 0, timers = 0, id;

	raw4(SYS_RT_SIGPROCMASK, 0, &mask, 0, sizeof(mask));
	while (queued < MOST && !raw3(SYS_RT_SIGQUEUEINFO, raw0(SYS_GETPID), SIGNAL, info))
		queued++;
	while (timers < MOST && !raw3(SYS_TIMER_CREATE, 1, 0, &id))
		timers++;
	pr_info("has %d signals and %d timers, %s\n", queued, timers, queued + timers > 200 ? "many" : "few");
	return 0;
}

module_init(hostile_init);
