insmod driver.ko
cat /sys/kernel/shelf/rows | wc -c
rmmod driver
