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
rmmod linering
#= linering: all lines are freed
#no-report atomic
