insmod driver.ko
ls /dev/put
ls /sys/kernel/debug/demo
ls /proc/demo
rmmod driver
cat /sys/kernel/debug/kmemleak
