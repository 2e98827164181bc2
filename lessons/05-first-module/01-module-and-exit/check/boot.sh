insmod driver.ko
#= heartbeat: started
cat /sys/kernel/debug/heartbeat/interval
#= 250
rmmod driver
#= heartbeat: stopped
ls -d /sys/kernel/debug/heartbeat || echo "nothing left"
#= nothing left
insmod driver.ko
#= heartbeat: started
rmmod driver
#= heartbeat: stopped
