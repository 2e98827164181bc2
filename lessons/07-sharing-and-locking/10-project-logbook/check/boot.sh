insmod driver.ko
true < /dev/logbook
#= logbook: closed, with 1 lines
exec 3</dev/logbook 4</dev/logbook
exec 3<&- 4<&-
#= logbook: closed, with 3 lines
rmmod driver
insmod driver.ko beat=5
sleep 0.1
true < /dev/logbook
#= logbook: closed, with 8 lines
rmmod driver
# A worker that takes its time: whoever goes without waiting for it pulls its code away.
echo 100 > /sys/module/linering/parameters/slow
insmod driver.ko beat=5; sleep 0.05; rmmod driver; sleep 0.3
rmmod linering
#= linering: all lines are freed
#no-report atomic
