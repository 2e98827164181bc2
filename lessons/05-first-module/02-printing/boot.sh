insmod driver.ko level=2
rmmod driver
insmod driver.ko level=1
rmmod driver
