// SPDX-License-Identifier: GPL-2.0
/* What a logbook with room for four lines has to do, as user space sees it. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include "logbook.h"

static int tests;

static void tell(int holds, const char *name)
{
	printf("%sok %d %s\n", holds ? "" : "not ", ++tests, name);
}

/* Reads a file from its beginning; the text ends with a 0. */
static int get(const char *path, char *all, size_t room)
{
	int fd = open(path, O_RDONLY);
	ssize_t length = fd < 0 ? -1 : read(fd, all, room - 1);

	close(fd);
	if (length < 0)
		return 0;
	all[length] = 0;
	return 1;
}

static int shows(const char *path, const char *text)
{
	char all[512];

	return get(path, all, sizeof(all)) && strcmp(all, text) == 0;
}

static ssize_t put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);
	ssize_t written = fd < 0 ? -1 : write(fd, text, strlen(text));
	int error = errno;

	close(fd);
	errno = error;
	return written;
}

int main(void)
{
	const char *book = "/dev/logbook", *width = "/sys/kernel/config/logbook/width";
	struct logbook_info info;
	char before[512];
	int fd = open(book, O_RDWR);

	printf("TAP version 13\n1..10\n");
	tell(fd >= 0 && shows(book, ""), "a new book is empty");
	put(book, "one\n");
	put(book, "two");
	tell(shows(book, "one\ntwo\n"), "two openers write and a third reads both lines");
	put(book, "three");
	put(book, "four");
	put(book, "five");
	tell(shows(book, "two\nthree\nfour\nfive\n"), "the oldest line goes where there is no room");
	memset(&info, 0xaa, sizeof(info));
	tell(ioctl(fd, LOGBOOK_INFO, &info) == 0 && info.lines == 4 && info.dropped == 1 && info.width == 64,
	     "the ioctl counts lines");
	tell(shows("/sys/kernel/debug/logbook/stats", "4 lines, 1 dropped\n"), "debugfs says the same");
	tell(put(width, "3\n") == 2 && shows(width, "3\n"), "configfs takes a width");
	put(book, "seven");
	tell(shows(book, "three\nfour\nfive\nsev\n"), "a long line is cut to the width");
	tell(put(width, "65") < 0 && errno == EINVAL && put(width, "x") < 0 && shows(width, "3\n"),
	     "a width that is none is refused");
	tell(ioctl(fd, LOGBOOK_CLEAR, 0) == 0 && shows(book, "") && ioctl(fd, 0, 0) < 0 && errno == ENOTTY,
	     "a book is cleared and refuses what it does not know");
	tell(get(book, before, sizeof(before)) && write(fd, "", 0) < 0 && errno == EINVAL &&
		     write(fd, (void *)1, 3) < 0 && errno == EFAULT && shows(book, before),
	     "nothing, and an address that cannot be read, is refused");
	return 0;
}
