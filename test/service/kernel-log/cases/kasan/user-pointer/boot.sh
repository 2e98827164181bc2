insmod driver.ko
echo hello > /dev/put
rmmod driver
