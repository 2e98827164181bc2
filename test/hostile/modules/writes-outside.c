// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

static const char *const paths[] = {
	"/mine", "/usr/mine", "/usr/bin/mine", "/work/mine", "/work/initramfs", "/dev/mine", "/usr/bin/busybox",
};

#define O_WRONLY_CREAT 0101

static int __init hostile_init(void)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(paths); i++)
		pr_info("writes %s: %ld\n", paths[i], raw3(SYS_OPEN, paths[i], O_WRONLY_CREAT, 0666));
	return 0;
}

module_init(hostile_init);
