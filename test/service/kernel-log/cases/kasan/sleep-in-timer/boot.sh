insmod driver.ko
sleep 0.3
rmmod driver
