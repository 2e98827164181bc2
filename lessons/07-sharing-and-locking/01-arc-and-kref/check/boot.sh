insmod driver.ko
#= keyring 1, keys 3
#= keyring 2, keys 2
#= find 2: true
#= join 1: 1
#= join 1 again: 0
#= join 7: -2
#= largest 1
#= session 1, keys 3
#= join 2: 2
#= audit ends
#= keyring 1 freed
rmmod driver
#= exit
#= keyring 2 freed
