# What user space sees of a book with room for four lines.
insmod driver.ko lines=4
./suite
rmmod driver
# The same with a heartbeat, and what is left of it: see slab_debug.
insmod driver.ko beat=5
sleep 0.1
tail -n 1 /dev/logbook | cut -c1-4
rmmod driver
