insmod driver.ko
sleep 1
rmmod driver
