insmod driver.ko
#= scope: last sample 49
rmmod driver
#= scope: removed
