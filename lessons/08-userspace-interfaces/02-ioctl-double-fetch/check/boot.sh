insmod driver.ko
mt fsf 3
#= file 3 begins at block 192
mt fsf 0
#= file 0 begins at block 0
mt fsf 8
#= Invalid argument
mt rewind
#= Invalid argument
echo 'read nr fd cmd arg rest < /proc/$1/syscall; printf "\014" | dd of=/proc/$1/mem bs=1 seek=$((arg + 4)) conv=notrunc 2>/dev/null' > second-thread
# Whether the 3 or the 12 is taken is the driver's affair; that it is one of them is not.
mt fsf 3 & sleep 0.3; sh second-thread $!; wait
mt fsf 7
#= file 7 begins at block 448
rmmod driver
