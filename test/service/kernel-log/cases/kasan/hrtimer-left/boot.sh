insmod driver.ko
rmmod driver
echo still alive
