insmod driver.ko
#= an empty hatch: -110
#= five parcels, sum 15
#= took 7
#= 100 ms later
#= took -110
#= closed: -32
#= 200 ms later
#= put: -32
rmmod driver
#code wait_interruptible_timeout(
