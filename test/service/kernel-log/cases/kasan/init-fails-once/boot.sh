insmod driver.ko
lsmod
rmmod driver
