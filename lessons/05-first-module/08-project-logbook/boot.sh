insmod driver.ko
rmmod driver
insmod driver.ko lines=2 width=3
rmmod driver
insmod driver.ko lines=0
