#pragma once
struct pool {
	int slot[8];
};

static noinline struct pool *pool_new(void)
{
	return kzalloc(sizeof(struct pool), GFP_KERNEL);
}

static noinline void pool_put(struct pool *p, int at, int value)
{
	int *slots = p->slot;

	OPTIMIZER_HIDE_VAR(slots);
	slots[at] = value;
}

static noinline void pool_end(struct pool *p)
{
	kfree(p);
}
