insmod driver.ko
cd /sys/kernel/debug/share
echo 4 > parts
cat each
echo 0 > parts
cat each
echo after
