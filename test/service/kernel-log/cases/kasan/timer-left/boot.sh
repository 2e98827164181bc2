insmod driver.ko
sleep 0.2
rmmod driver
sleep 1
echo still alive
