insmod driver.ko
#= cpu: 95 degrees
#= disk: 91 degrees
#= disk: 92 degrees
#= disk: 93 degrees
echo warnings: $(dmesg -r | grep -c '^<4>.* degrees')
#= warnings: 4
rmmod driver
#= disk: warnings left out: 1
dmesg -c > /dev/null
insmod driver.ko limit=95
#= cpu: 95 degrees
#= disk: 95 degrees
echo warnings: $(dmesg -r | grep -c '^<4>.* degrees')
#= warnings: 2
rmmod driver
dmesg -c > /dev/null
insmod driver.ko limit=92
rmmod driver
echo left out: $(dmesg | grep -c 'left out')
#= left out: 0
