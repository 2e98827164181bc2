#include <linux/module.h>
#include <linux/percpu.h>

static int __percpu *bytes;

/* As it is meant. */
static void count(void)
{
	*per_cpu_ptr(bytes, 0) += 4;
}

static noinline void count_wrongly(void)
{
	*(int __force *)bytes = 4;
}

static int __init count_init(void)
{
	bytes = alloc_percpu(int);
	if (!bytes)
		return -ENOMEM;
	count();
	count_wrongly();
	return 0;
}

static void __exit count_exit(void)
{
	free_percpu(bytes);
}

module_init(count_init);
module_exit(count_exit);
MODULE_LICENSE("GPL");
