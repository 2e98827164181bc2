keypad=/sys/module/keypad/parameters
insmod driver.ko
echo 3 > $keypad/key
#= chime: key 3
cat $keypad/heard 2>&1 | sed 's/.*: /heard: /'
#= heard: Operation not supported
rmmod driver
#= chime: gone
echo 4 2>&1 > $keypad/key | sed 's/.*: /after rmmod: /'
#= after rmmod: No such device
insmod driver.ko count=1
echo 5 > $keypad/key
#= chime: key 5 is number 1
echo 6 > $keypad/key
#= chime: key 6 is number 2
sed 's/^/heard: /' $keypad/heard
#= heard: 2
rmmod driver
#= chime: gone after 2 keys
echo 1 > $keypad/broken
insmod driver.ko count=1 2>&1 | sed 's/.*: /broken: /'
#= chime: gone after 0 keys
#= broken: Input/output error
