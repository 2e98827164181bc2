insmod driver.ko
true < /dev/logbook
# Two have it open at once, and share one book.
exec 3</dev/logbook 4</dev/logbook
exec 3<&- 4<&-
rmmod driver
insmod driver.ko beat=5
sleep 0.1
true < /dev/logbook
rmmod driver
rmmod linering
