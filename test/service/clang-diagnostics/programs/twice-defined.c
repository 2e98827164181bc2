static int demo(void) { return 1; }
static int demo(void) { return 2; }
int (*use)(void) = demo;
