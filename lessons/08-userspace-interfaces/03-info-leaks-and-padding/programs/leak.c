// SPDX-License-Identifier: GPL-2.0
/* Tries a wrong PIN, asks for the status, and looks at the bytes that are no field. */
#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "safe.h"

int main(void)
{
	union {
		struct safe_status status;
		char bytes[sizeof(struct safe_status)];
	} got;
	int fd = open("/dev/safe", O_RDWR);
	int digits = 0;

	if (fd < 0) {
		perror("/dev/safe");
		return 1;
	}
	write(fd, "0000000", 7);
	memset(&got, 0, sizeof(got));
	if (ioctl(fd, SAFE_STATUS, &got.status) < 0) {
		perror("SAFE_STATUS");
		return 1;
	}
	printf("open %d, wrong PINs %llu\n", got.status.open, (unsigned long long)got.status.tries);

	printf("the bytes between:");
	for (int i = 1; i < 8; i++) {
		printf(" %02x", got.bytes[i] & 0xff);
		digits += !!isdigit(got.bytes[i] & 0xff);
	}
	printf("\n");
	if (digits == 7 && write(fd, got.bytes + 1, 7) == 7)
		printf("they open the safe\n");
	return 0;
}
