insmod driver.ko channel=4 2>&1 | sed 's/.*: /channel=4: /'; rmmod driver 2>/dev/null
#= channel=4: Invalid argument
insmod driver.ko channel=4294967295 2>&1 | sed 's/.*: /channel=4294967295: /'; rmmod driver 2>/dev/null
#= channel=4294967295: Invalid argument
insmod driver.ko; rmmod driver 2>/dev/null
#= sensor: value 100
#= sensor: hot false
#= sensor: name cpu
insmod driver.ko channel=2 2>&1 | sed 's/.*: /channel=2: /'; rmmod driver 2>/dev/null
#= channel=2: No data available
insmod driver.ko channel=3; rmmod driver 2>/dev/null
#= sensor: value 104
#= sensor: hot true
#= sensor: name fan
