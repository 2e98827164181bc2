#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>

static char *note;

static int notes_show(struct seq_file *m, void *unused)
{
	seq_write(m, note, 48);
	seq_putc(m, '\n');
	return 0;
}

static int __init notes_init(void)
{
	note = kmalloc(40, GFP_KERNEL);
	if (!note)
		return -ENOMEM;
	memset(note, 'n', 40);
	if (!proc_create_single("notes", 0444, NULL, notes_show)) {
		kfree(note);
		return -ENOMEM;
	}
	return 0;
}

static void __exit notes_exit(void)
{
	remove_proc_entry("notes", NULL);
	kfree(note);
}

module_init(notes_init);
module_exit(notes_exit);
MODULE_LICENSE("GPL");
