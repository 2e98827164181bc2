insmod driver.ko
sh -c 'echo 100 >&4; head -n 1 <&4 & sleep 0.3; echo 200 >&4; wait; head -n 1 <&4' 4<>/dev/pair
#= group 100
#= group 200
# A pair of its own: nobody has set a group here.
sh -c 'cat <&4; echo "no group"; echo 7 >&4; head -n 1 <&4' 4<>/dev/pair
#= no group
#= group 7
rmmod driver
