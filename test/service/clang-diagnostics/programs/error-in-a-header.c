#include <linux/types.h>
#include <linux/compiler-version.h>
