insmod driver.ko
# The shell writes, and closes the file at once.
echo hello > /dev/printer
sleep 0.4
rmmod driver
