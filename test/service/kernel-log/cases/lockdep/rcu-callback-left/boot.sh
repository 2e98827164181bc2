insmod driver.ko
cat /proc/rules
rmmod driver
sleep 2
echo still here
