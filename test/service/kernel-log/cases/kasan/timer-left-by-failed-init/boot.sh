insmod driver.ko
sleep 0.5
echo alive
