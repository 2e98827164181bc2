insmod driver.ko
dmesg -r | grep faux
rmmod driver
