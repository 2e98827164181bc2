insmod driver.ko
cat /dev/queue
#= ticket 1, 0 ahead
#= ticket 1 leaves, it had 0 ahead
cat /dev/queue
#= ticket 2, 1 ahead
echo next > /dev/queue
#= ticket 1 to desk 1
#= desk 1 closes
echo next > /dev/queue
#= ticket 2 to desk 2
#= desk 2 closes
dd if=/dev/queue bs=8 2>/dev/null
#= ticket 3, 0 ahead
#= ticket 3 leaves, it had 0 ahead
# Open for both is a visit, too.
exec 3<>/dev/queue; echo next >&3; exec 3>&-
#= Bad file descriptor
#= ticket 4 leaves, it had 1 ahead
rmmod driver
insmod driver.ko
cat /dev/queue
#= ticket 1, 0 ahead
rmmod driver
