insmod driver.ko lines=0 2>&1 | sed 's/.*: /lines=0: /'; rmmod driver 2>/dev/null
#= logbook: lines and width are 1 to 4096
#= lines=0: Invalid argument
insmod driver.ko width=5000 2>&1 | sed 's/.*: /width=5000: /'; rmmod driver 2>/dev/null
#= width=5000: Invalid argument
insmod driver.ko width=0 2>&1 | sed 's/.*: /width=0: /'; rmmod driver 2>/dev/null
#= width=0: Invalid argument
insmod driver.ko lines=5000 2>&1 | sed 's/.*: /lines=5000: /'; rmmod driver 2>/dev/null
#= lines=5000: Invalid argument
insmod driver.ko lines=4096 width=4096; rmmod driver
#= logbook: room for 4096 lines of 4096 bytes
insmod driver.ko
#= logbook: room for 8 lines of 64 bytes
echo the module is loaded
#= the module is loaded
rmmod driver
#= logbook: |loaded|
#= logbook: |no device yet|
#= logbook: |ready|
#= logbook: 3 lines, 0 dropped
insmod driver.ko width=4; rmmod driver
#= logbook: room for 8 lines of 4 bytes
#= logbook: |load|
#= logbook: |no d|
insmod driver.ko lines=2 width=5; rmmod driver
#= logbook: room for 2 lines of 5 bytes
#= logbook: |no de|
#= logbook: 2 lines, 1 dropped
insmod driver.ko lines=1 width=1; rmmod driver
#= logbook: |r|
#= logbook: 1 lines, 2 dropped
