#include <linux/printk.h>
void demo(void);
void demo(void)
{
	const char *s = "🦀 größe"; int n = "é" + missing;
}
