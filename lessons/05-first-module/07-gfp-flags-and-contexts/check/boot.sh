insmod driver.ko
#= 8 samples kept, 2 refused
rmmod driver
