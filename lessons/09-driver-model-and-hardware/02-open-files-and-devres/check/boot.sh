insmod driver.ko
sh -c 'cat <&3; cat /dev/meter; echo meter.0 >&4; cat <&3' 3</dev/meter 4>/sys/bus/platform/drivers/meter/unbind
#> value 230
#> value 230
#> cat: read error: No such device or address
#! bus error
ls /dev/meter
#> ls: /dev/meter: No such file or directory
rmmod driver
