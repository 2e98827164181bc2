insmod driver.ko
./leak
rmmod driver
