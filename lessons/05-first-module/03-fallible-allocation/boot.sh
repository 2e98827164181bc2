insmod driver.ko samples=16
rmmod driver
insmod driver.ko samples=1200000
rmmod driver
