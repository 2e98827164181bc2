insmod driver.ko
#= period 20, duty 50, offset 0, invert false
rmmod driver
insmod driver.ko duty=300
#= `300' invalid for parameter `duty'
insmod driver.ko period=0 2>&1 | sed 's/.*: /period=0: /'; rmmod driver 2>/dev/null
#= period=0: Invalid argument
insmod driver.ko period=1001 2>&1 | sed 's/.*: /period=1001: /'; rmmod driver 2>/dev/null
#= period=1001: Invalid argument
insmod driver.ko duty=101 2>&1 | sed 's/.*: /duty=101: /'; rmmod driver 2>/dev/null
#= duty=101: Invalid argument
insmod driver.ko period=1000 duty=100; rmmod driver
#= high 1000000 us, low 0 us
insmod driver.ko period=1 duty=33; rmmod driver
#= high 330 us, low 670 us
insmod driver.ko offset=-20 2>&1 | sed 's/.*: /offset=-20: /'; rmmod driver 2>/dev/null
#= offset=-20: Invalid argument
insmod driver.ko offset=-2147483648 2>&1 | sed 's/.*: /offset=-2147483648: /'; rmmod driver 2>/dev/null
#= offset=-2147483648: Invalid argument
insmod driver.ko period=8 duty=25 offset=-7 invert=y; rmmod driver
#= high 6000 us, low 2000 us
