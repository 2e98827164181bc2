#include <linux/module.h>

static int __init start(void)
{
	char *name = name_of(3);
	char *wrong = count_of(3) ? 1 : 2;
	char *other = 5;
	int code = state_of(3)->code + (title_of(1) ? wrong : name)->code;

	pr_info("%s %s %s %s\n", name, wrong, other, title_of(4));
	note_end(3);
	return 0;
}

static void note_end(int code)
{
	pr_info("%d\n", code);
}

module_init(start);
MODULE_LICENSE("GPL");
