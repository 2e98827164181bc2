# One process, one step after the other: no two of them wait for each other.
insmod driver.ko
sh -c 'echo 70 >&4; head -n 1 <&4; echo 80 >&4; head -n 1 <&4' 4<>/dev/board
rmmod driver
