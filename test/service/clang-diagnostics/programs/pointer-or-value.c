#include <linux/types.h>

struct pair {
	u32 a;
	u32 b;
};

u32 sum(struct pair *of)
{
	return of.a + of->b;
}
