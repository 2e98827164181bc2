#include <linux/modul.h>

int demo;
