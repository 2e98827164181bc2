insmod driver.ko
sleep 5
rmmod driver
