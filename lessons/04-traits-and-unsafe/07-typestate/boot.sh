# The device is suspended, and then removed: both switch the supply off.
insmod driver.ko
rmmod driver
