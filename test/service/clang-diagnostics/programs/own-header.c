#include <linux/types.h>
#include "ring.h"

u32 demo(struct ring *ring) { return ring->heads; }
