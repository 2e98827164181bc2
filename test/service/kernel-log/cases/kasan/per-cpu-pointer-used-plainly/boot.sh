insmod driver.ko
rmmod driver
