keypad=/sys/module/keypad/parameters
insmod driver.ko count=1
echo 5 > $keypad/key; echo 6 > $keypad/key; cat $keypad/heard
rmmod driver
echo 1 > $keypad/broken; insmod driver.ko; rmmod driver 2>/dev/null
