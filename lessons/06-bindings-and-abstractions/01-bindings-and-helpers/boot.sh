insmod driver.ko; rmmod driver
insmod driver.ko channel=2; rmmod driver 2>/dev/null
insmod driver.ko channel=3; rmmod driver
insmod driver.ko channel=4; rmmod driver 2>/dev/null
