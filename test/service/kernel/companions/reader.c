// SPDX-License-Identifier: GPL-2.0
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <linux/watchdog.h>
#include "pulse.h"

int main(int argc, char **argv)
{
	struct watchdog_info info;
	int fd = open("/dev/null", O_RDWR);

	memset(&info, 0, sizeof(info));
	if (ioctl(fd, WDIOC_GETSUPPORT, &info) < 0)
		perror("ioctl");
	printf("%d arguments, the last is %s\n", argc, argv[argc - 1]);
	return 3;
}
