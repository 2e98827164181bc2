# meters.ko, which is loaded, has registered three devices.
insmod driver.ko
cd /sys/bus/platform/drivers/meter; ls -d meter.*
echo meter.0 > /sys/bus/platform/drivers/meter/unbind
echo meter.0 > /sys/bus/platform/drivers/meter/bind
rmmod driver
