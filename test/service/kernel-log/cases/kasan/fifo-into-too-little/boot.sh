insmod driver.ko
echo 0123456789012345678901234567890123456789 > /dev/records
head -c 10 /dev/records
rmmod driver
