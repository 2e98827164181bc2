# Not cat: what is used as the length may be anything now.
insmod driver.ko
head -c 32 /dev/fault
head -c 32 /dev/fault
rmmod driver
