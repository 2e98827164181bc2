insmod driver.ko
cat /sys/kernel/debug/heartbeat/interval
rmmod driver
cat /sys/kernel/debug/heartbeat/interval
