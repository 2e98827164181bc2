insmod driver.ko
#= logbook: room for 8 lines of 64 bytes
rmmod driver
#= logbook: |loaded|
#= logbook: |no device yet|
#= logbook: |ready|
#= logbook: 3 lines
insmod driver.ko lines=2 width=5; rmmod driver
#= logbook: |no de|
#= logbook: 2 lines, 1 dropped
insmod driver.ko lines=0; rmmod driver 2>/dev/null
#= logbook: lines and width are 1 to 4096
rmmod linering
#= linering: all lines are freed
#no-report kasan
