insmod driver.ko
cat /proc/notes
rmmod driver
