insmod driver.ko; rmmod driver
insmod driver.ko period=8 duty=25 offset=-7 invert=y; rmmod driver
insmod driver.ko period=0; rmmod driver 2>/dev/null
# What differs in Rust:
insmod driver.ko duty=300; rmmod driver 2>/dev/null
insmod driver.ko period=8 period=9; rmmod driver 2>/dev/null
insmod driver.ko invert; rmmod driver 2>/dev/null
insmod driver.ko period=0b1000; rmmod driver 2>/dev/null
insmod driver.ko; grep . /sys/module/driver/parameters/*; rmmod driver
