insmod driver.ko
#= 3 of 5 are in
#= visits 5, users 3
#= all left, users 0
#no-code .store(
rmmod driver
