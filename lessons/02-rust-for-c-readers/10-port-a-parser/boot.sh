# Reads one image that is fine, and one whose block is longer than the image (-22 is -EINVAL).
insmod driver.ko
rmmod driver
