# Each line is a command of its own, run as root.
insmod driver.ko
sh -c 'echo hello >&4; cat <&4' 4<>/dev/note
rmmod driver
