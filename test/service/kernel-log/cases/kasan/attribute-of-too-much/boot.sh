insmod driver.ko
cat /sys/class/misc/table/rows | wc -c
rmmod driver
