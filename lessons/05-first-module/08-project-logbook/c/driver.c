// SPDX-License-Identifier: GPL-2.0
/* A logbook: it keeps the last lines that were put into it. */
#include <linux/module.h> //@ fold includes
#include <linux/moduleparam.h>
#include <linux/slab.h>
#include <linux/string.h> //@ fold

#undef pr_fmt
#define pr_fmt(fmt) "logbook: " fmt

#define LINES_MOST 4096
#define WIDTH_MOST 4096

static unsigned int lines = 8;
module_param(lines, uint, 0444);
MODULE_PARM_DESC(lines, "how many lines it keeps");

static unsigned int width = 64;
module_param(width, uint, 0444);
MODULE_PARM_DESC(width, "most bytes of a line");

struct line {
	size_t len;
	char text[] __counted_by(len);
};

struct book {
	size_t most, width;
	size_t len;
	u64 dropped;
	struct line *lines[] __counted_by(most); /* the oldest first */
};

/* Makes an empty book, or gives NULL if there is no memory. */
static struct book *book_new(size_t most, size_t width)
{
	struct book *book = kzalloc_flex(*book, lines, most);

	if (!book)
		return NULL;
	book->most = most;
	book->width = width;
	return book;
}

/* Copies a line into the book, cut to its width; the oldest goes if there is no room. */
static int book_put(struct book *book, const char *text, size_t len)
{
	struct line *line;

	len = min(len, book->width);
	line = kmalloc_flex(*line, text, len);
	if (!line)
		return -ENOMEM;
	line->len = len;
	memcpy(line->text, text, len);

	if (book->len == book->most) {
		kfree(book->lines[0]);
		memmove(&book->lines[0], &book->lines[1],
			(book->most - 1) * sizeof(book->lines[0]));
		book->len--;
		book->dropped++;
	}
	book->lines[book->len++] = line;
	return 0;
}

/* Prints what is in the book, and frees all of it. */
static void book_free(struct book *book)
{
	for (size_t i = 0; i < book->len; i++) {
		pr_info("|%.*s|\n", (int)book->lines[i]->len,
			book->lines[i]->text);
		kfree(book->lines[i]);
	}
	pr_info("%zu lines, %llu dropped\n", book->len, book->dropped);
	kfree(book);
}

static struct book *the_book;

static int __init logbook_init(void)
{
	static const char *const first[] = { "loaded", "no device yet", "ready" };
	int err;

	if (lines < 1 || lines > LINES_MOST || width < 1 || width > WIDTH_MOST) {
		pr_err("lines and width are 1 to %d\n", LINES_MOST);
		return -EINVAL;
	}
	the_book = book_new(lines, width);
	if (!the_book)
		return -ENOMEM;
	pr_info("room for %u lines of %u bytes\n", lines, width);

	for (int i = 0; i < ARRAY_SIZE(first); i++) {
		err = book_put(the_book, first[i], strlen(first[i]));
		if (err) {
			book_free(the_book);
			return err;
		}
	}
	return 0;
}

static void __exit logbook_exit(void)
{
	book_free(the_book);
}

module_init(logbook_init);
module_exit(logbook_exit);
MODULE_DESCRIPTION("Keeps the last lines that were put into it");
MODULE_LICENSE("GPL");
