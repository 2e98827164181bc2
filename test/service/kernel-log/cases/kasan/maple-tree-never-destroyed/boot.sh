insmod driver.ko
rmmod driver
echo scan > /sys/kernel/debug/kmemleak
