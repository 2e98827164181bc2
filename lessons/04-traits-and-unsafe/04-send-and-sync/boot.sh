# The work sleeps between two periods, as a copy from userspace that faults may. A hundred milliseconds are enough.
insmod driver.ko
sleep 0.3
rmmod driver
