insmod driver.ko
# One reader waits, and somebody wants to end it.
head -n 1 /dev/bell & reader=$!
sleep 0.2; kill $reader; wait $reader; echo "reader ended with $?"
# Two wait, and the bell rings once.
head -n 1 /dev/bell & head -n 1 /dev/bell &
sleep 0.2; echo > /dev/bell; sleep 0.2; echo > /dev/bell; wait
rmmod driver
