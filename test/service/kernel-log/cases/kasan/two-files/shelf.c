// SPDX-License-Identifier: GPL-2.0
#include <linux/slab.h>
#include "shelf.h"

struct shelf {
	int slots;
	u64 values[];
};

struct shelf *shelf_make(int slots)
{
	struct shelf *shelf = kzalloc(struct_size(shelf, values, slots), GFP_KERNEL);

	if (shelf)
		shelf->slots = slots;
	return shelf;
}

void shelf_set(struct shelf *shelf, int slot, u64 value)
{
	shelf->values[slot] = value;
}

void shelf_drop(struct shelf *shelf)
{
	kfree(shelf);
}
