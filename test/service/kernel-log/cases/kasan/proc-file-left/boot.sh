insmod driver.ko
cat /proc/hi
rmmod driver
cat /proc/hi
insmod driver.ko
