insmod driver.ko
rmmod driver
sleep 1
echo after
