#include <linux/types.h>

void *demo_get(void)
{
	return kmaloc(16, 0);
}
