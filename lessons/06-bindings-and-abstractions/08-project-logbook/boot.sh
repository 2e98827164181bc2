insmod driver.ko
rmmod driver
insmod driver.ko lines=2 width=3
rmmod driver
# The ring counts the lines of all that use it.
rmmod linering
