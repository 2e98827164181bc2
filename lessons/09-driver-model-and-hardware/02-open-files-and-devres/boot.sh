insmod driver.ko
# A program reads, the device is unbound, and the program reads again from the same file.
sh -c 'cat <&3; echo meter.0 >&4; cat <&3' 3</dev/meter 4>/sys/bus/platform/drivers/meter/unbind
rmmod driver
