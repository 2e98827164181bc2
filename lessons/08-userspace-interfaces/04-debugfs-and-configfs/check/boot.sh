insmod driver.ko
mkdir /sys/kernel/config/fans/cpu /sys/kernel/config/fans/disk
cat /sys/kernel/config/fans/cpu/limit
#> 80
echo 70 > /sys/kernel/config/fans/cpu/limit; cat /sys/kernel/config/fans/cpu/limit
#> 70
printf 110 > /sys/kernel/config/fans/disk/limit; cat /sys/kernel/config/fans/disk/limit
#> 110
echo 111 > /sys/kernel/config/fans/disk/limit
#= Invalid argument
echo warm > /sys/kernel/config/fans/disk/limit
#= Invalid argument
cat /sys/kernel/config/fans/cpu/state
#> off
cat /sys/kernel/debug/fans/temperature
#> 40
echo 70 > /sys/kernel/debug/fans/temperature; cat /sys/kernel/config/fans/cpu/state
#> off
echo 95 > /sys/kernel/debug/fans/temperature; cat /sys/kernel/config/fans/cpu/state
#> on
cat /sys/kernel/config/fans/disk/state
#> off
cat /sys/kernel/debug/fans/made
#> 2
echo 50 > /sys/kernel/config/fans/cpu/state
#= Permission denied
rmdir /sys/kernel/config/fans/cpu /sys/kernel/config/fans/disk
#= a fan for 70 degrees goes
#= a fan for 110 degrees goes
rmmod driver
