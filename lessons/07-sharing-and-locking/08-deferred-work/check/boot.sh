insmod driver.ko
# Nobody waits between the close and the rmmod.
echo hello > /dev/printer; rmmod driver
#= 6 bytes printed
insmod driver.ko
# Two jobs at a time, each with a file of its own.
sh -c 'echo one >&3; echo again >&4; sleep 0.4; echo more >&3' 3>/dev/printer 4>/dev/printer; rmmod driver
#= bytes printed
#= bytes printed
#= 5 bytes printed
sleep 0.3
#code fn release
#code flush(
