// SPDX-License-Identifier: GPL-2.0
#include "raw.h"

static int __init hostile_init(void)
{
	static char path[] = "/tmp/a", bytes[1 << 20];
	long fd, written = 1;

	memset(bytes, 'x', sizeof(bytes));
	for (; path[5] < 'h'; path[5]++) {
		fd = raw3(SYS_OPEN, path, 0101, 0600);
		for (written = 0; written < 64; written++)
			if (raw3(SYS_WRITE, fd, bytes, sizeof(bytes)) <= 0)
				break;
	}
	pr_info("wrote %ld of the last\n", written);
	return 0;
}

module_init(hostile_init);
