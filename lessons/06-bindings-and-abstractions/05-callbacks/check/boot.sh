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
echo 1 > $keypad/broken; dmesg -c > /dev/null
said=$(insmod driver.ko count=1 2>&1); echo "broken: ${said##*: }"
#= broken: Input/output error
echo "${said##*: }, given back: $(dmesg | grep -c 'gone after 0 keys')"
#= Input/output error, given back: 1
