insmod driver.ko channel=3
rmmod driver
insmod driver.ko channel=4
rmmod driver
