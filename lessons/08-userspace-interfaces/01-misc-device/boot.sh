# A reader draws a ticket; a writer opens a desk and calls the next one.
insmod driver.ko
cat /dev/queue
echo next > /dev/queue
cat /dev/queue
# Open for both, as a terminal would be.
echo next 1<>/dev/queue
rmmod driver
