// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
#include "shelf.h"

static int __init shelf_init(void)
{
	struct shelf *shelf = shelf_make(3);

	if (!shelf)
		return -ENOMEM;
	shelf_set(shelf, 3, 7);
	shelf_drop(shelf);
	return 0;
}

module_init(shelf_init);
MODULE_DESCRIPTION("Two files");
MODULE_LICENSE("GPL");
