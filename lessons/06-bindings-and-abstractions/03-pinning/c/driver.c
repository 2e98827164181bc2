// SPDX-License-Identifier: GPL-2.0
#include <linux/list.h> //@ fold includes
#include <linux/module.h>
#include <linux/slab.h> //@ fold

struct request {
	struct list_head node;
	u32 sector;
};

struct channel {
	u32 id;
	struct list_head pending; /* requests that wait */ //@ self
};

static struct channel *channels;
static size_t count;

/* Makes room for one more channel. */
static int channel_add(u32 id)
{
	struct channel *new;

	new = krealloc_array(channels, count + 1, sizeof(*channels), GFP_KERNEL); //@ moves
	if (!new)
		return -ENOMEM;
	channels = new;
	channels[count].id = id;
	INIT_LIST_HEAD(&channels[count].pending); //@ init
	count++;
	return 0;
}

static int channel_queue(size_t index, struct request *request)
{
	if (index >= count)
		return -ENOENT;
	list_add_tail(&request->node, &channels[index].pending); //@ use
	return 0;
}

static struct request first = { .sector = 8 };

static int __init channels_init(void) //@ fold three channels, and a request for the first one
{
	int err = 0;

	for (u32 id = 0; id < 3 && !err; id++)
		err = channel_add(id);
	if (!err)
		err = channel_queue(0, &first);
	if (err)
		kfree(channels);
	else
		pr_info("sector %u waits in channel %u\n", first.sector, channels[0].id);
	return err;
}

static void __exit channels_exit(void)
{
	kfree(channels);
}

module_init(channels_init);
module_exit(channels_exit);
MODULE_DESCRIPTION("Channels in an array that grows");
MODULE_LICENSE("GPL"); //@ fold
