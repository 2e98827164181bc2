# rival.ko, which is loaded, starts five threads at once.
insmod driver.ko
rmmod driver
