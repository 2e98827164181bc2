insmod driver.ko
cd /sys/kernel/config/fans
mkdir cpu; ls cpu
cat cpu/limit cpu/state
echo 95 > /sys/kernel/debug/fans/temperature
cat cpu/state
echo 100 > cpu/limit; cat cpu/state
echo 111 > cpu/limit
rmmod driver
rmdir cpu
cat /sys/kernel/debug/fans/made
rmmod driver
