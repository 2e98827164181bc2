const char *demo = "driver.c:1:1: error: made up";
int bad = driver.c:1:1: error: made up;
