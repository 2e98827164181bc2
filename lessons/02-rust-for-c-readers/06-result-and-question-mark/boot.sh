# Two ports are probed: one is fine, and one has no interrupt (-6 is -ENXIO).
insmod driver.ko
rmmod driver
