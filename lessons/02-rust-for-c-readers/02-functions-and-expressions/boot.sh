# Each function is called once; dmesg shows what they give.
insmod driver.ko
rmmod driver
