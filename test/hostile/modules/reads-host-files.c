// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

static const char *const paths[] = {
	"/etc/passwd", "/etc/hostname", "/proc/1/environ", "/proc/self/environ", "/proc/self/root/etc/passwd",
	"/proc/self/mem", "/proc/mounts", "/sys/kernel/uevent_seqnum", "/root", "/home", "/var", "/run",
	"/dev/mem", "/dev/kmsg", "/work/../etc/passwd",
};

static int __init hostile_init(void)
{
	static char text[256];
	int i;

	for (i = 0; i < ARRAY_SIZE(paths); i++) {
		long fd = raw3(SYS_OPEN, paths[i], 0, 0);

		pr_info("opens %s: %ld\n", paths[i], fd);
		if (fd >= 0 && raw3(SYS_READ, fd, text, sizeof(text) - 1) > 0)
			pr_info("reads %s\n", text);
	}
	return 0;
}

module_init(hostile_init);
