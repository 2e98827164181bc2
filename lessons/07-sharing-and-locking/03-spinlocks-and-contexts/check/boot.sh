insmod driver.ko
#= mean 0
#= mean 20
rmmod driver
