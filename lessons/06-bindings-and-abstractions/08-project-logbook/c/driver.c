// SPDX-License-Identifier: GPL-2.0
/* A logbook: it keeps the last lines that were put into it, in a ring of other people's. */
#define pr_fmt(fmt) "logbook: " fmt

#include <linux/module.h> //@ fold includes
#include <linux/moduleparam.h>
#include <linux/string.h>
#include "linering.h" //@ fold

#define MOST 4096
#define SHOWN 128

static unsigned int lines = 8;
module_param(lines, uint, 0444);
MODULE_PARM_DESC(lines, "how many lines it keeps");

static unsigned int width = 64;
module_param(width, uint, 0444);
MODULE_PARM_DESC(width, "most bytes of a line");

static struct line_ring ring; /* is where it is until the module goes */

/* Copies a line into the ring, cut to the width. */
static int book_put(const char *text)
{
	return line_ring_put(&ring, text, min(strlen(text), (size_t)width));
}

static void book_end(void)
{
	u8 line[SHOWN];
	u32 index;

	for (index = 0; index < line_ring_count(&ring); index++) {
		ssize_t length = line_ring_get(&ring, index, line, sizeof(line));

		pr_info("|%.*s|\n", (int)length, line);
	}
	pr_info("%u lines, %llu dropped\n", line_ring_count(&ring), line_ring_dropped(&ring));
	line_ring_destroy(&ring);
}

static int __init logbook_init(void)
{
	static const char *const texts[] = { "loaded", "no device yet", "ready" };
	int i, err;

	if (lines < 1 || lines > MOST || width < 1 || width > MOST) {
		pr_err("lines and width are 1 to %d\n", MOST);
		return -EINVAL;
	}
	line_ring_init(&ring, lines);
	pr_info("room for %u lines of %u bytes\n", lines, width);
	for (i = 0; i < ARRAY_SIZE(texts); i++) {
		err = book_put(texts[i]);
		if (err) {
			book_end();
			return err;
		}
	}
	return 0;
}
module_init(logbook_init);

static void __exit logbook_exit(void)
{
	book_end();
}
module_exit(logbook_exit);

MODULE_DESCRIPTION("Keeps the last lines that were put into it");
MODULE_LICENSE("GPL");
