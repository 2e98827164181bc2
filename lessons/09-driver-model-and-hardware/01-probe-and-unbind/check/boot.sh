insmod driver.ko
#= meter meter.0: 4 channels
#= meter meter.1: probe with driver meter failed with error -22
#= meter meter.2: probe with driver meter failed with error -22
echo meter.0 > /sys/bus/platform/drivers/meter/unbind
#= meter meter.0: 4 channels off
#= meter meter.0: gone
echo meter.0 > /sys/bus/platform/drivers/meter/bind
#= meter meter.0: 4 channels
rmmod driver
#= meter meter.0: 4 channels off
#= meter meter.0: gone
#code fn unbind
