# The first reader stays in the driver for 800 ms; the group changes meanwhile.
insmod driver.ko
sh -c 'echo 100 >&4; head -n 1 <&4 & sleep 0.3; echo 200 >&4; wait; head -n 1 <&4' 4<>/dev/pair
rmmod driver
