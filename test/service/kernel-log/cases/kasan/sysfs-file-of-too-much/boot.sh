insmod driver.ko
cat /sys/kernel/table/rows
rmmod driver
