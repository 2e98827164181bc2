insmod driver.ko
