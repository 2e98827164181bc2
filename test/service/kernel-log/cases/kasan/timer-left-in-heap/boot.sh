insmod driver.ko
sleep 0.1
rmmod driver
insmod driver.ko quiet=1
sleep 1
echo alive
