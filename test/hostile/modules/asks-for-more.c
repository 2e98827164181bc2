// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

/* Number and name of calls that lead out of a sandbox or deeper into the host's kernel. */
static const struct {
	long number;
	const char *name;
} calls[] = {
	{ 41, "socket" }, { 101, "ptrace" }, { 310, "process_vm_readv" }, { 311, "process_vm_writev" },
	{ 165, "mount" }, { 166, "umount2" }, { 155, "pivot_root" }, { 161, "chroot" }, { 272, "unshare" },
	{ 308, "setns" }, { 304, "open_by_handle_at" }, { 321, "bpf" }, { 298, "perf_event_open" },
	{ 323, "userfaultfd" }, { 425, "io_uring_setup" }, { 250, "keyctl" }, { 319, "memfd_create" },
	{ 29, "shmget" }, { 175, "init_module" }, { 169, "reboot" }, { 170, "sethostname" },
	{ 438, "pidfd_getfd" }, { 135, "personality" }, { 246, "kexec_load" }, { 103, "syslog" },
};

static int __init hostile_init(void)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(calls); i++)
		pr_info("asks for %s: %ld\n", calls[i].name, raw2(calls[i].number, 2, 1));
	return 0;
}

module_init(hostile_init);
