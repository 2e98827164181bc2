insmod driver.ko samples=16
#= recorder: 16 samples
rmmod driver
#= recorder: removed, with 16 samples
insmod driver.ko samples=1200000 || echo "refused"
#= Cannot allocate memory
#= refused
insmod driver.ko samples=1000
#= recorder: 1000 samples
rmmod driver
#= recorder: removed, with 1000 samples
