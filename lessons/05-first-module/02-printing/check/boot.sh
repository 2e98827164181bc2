insmod driver.ko level=1
#= battery: 50% full
echo "loaded"
#= loaded
rmmod driver
#= battery: removed
insmod driver.ko level=2
#= battery: full
rmmod driver
insmod driver.ko level=3 || echo "refused"
#= refused
dmesg | grep "battery: battery" || echo "one prefix each"
#= one prefix each
