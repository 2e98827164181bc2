insmod driver.ko
sleep 0.1
rmmod driver
