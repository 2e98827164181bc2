insmod driver.ko
rmmod driver
cat /sys/kernel/debug/kmemleak
