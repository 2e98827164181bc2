insmod driver.ko step=3
rmmod driver
insmod driver.ko step=0
