insmod driver.ko
sh -c 'echo 70 >&4; head -n 1 <&4; head -n 1 <&4; echo 80 >&4; head -n 1 <&4' 4<>/dev/board
#= limit 70, asked 1 times
#= limit 70, asked 2 times
#= limit 80, asked 1 times
# The other path first.
sh -c 'head -n 1 <&4; echo 5 >&4; head -n 1 <&4' 4<>/dev/board
#= limit 0, asked 1 times
#= limit 5, asked 1 times
rmmod driver
