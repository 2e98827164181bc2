insmod driver.ko
cat /dev/demo
sleep 0.1
cat /dev/demo
rmmod driver
