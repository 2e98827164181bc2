insmod driver.ko
#= sector 8 waits in channel 0
rmmod driver
