insmod driver.ko channel=3
#= mixer: channel 3 is up
rmmod driver
#= mixer: removed, with [0, 0, 0, 100]
insmod driver.ko channel=4 || echo "four is refused"
#= Invalid argument
#= four is refused
insmod driver.ko channel=-1 || echo "minus one is refused"
#= Invalid argument
#= minus one is refused
insmod driver.ko
#= mixer: channel 0 is up
rmmod driver
#= mixer: removed, with [100, 0, 0, 0]
