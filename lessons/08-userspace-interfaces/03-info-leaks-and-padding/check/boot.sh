insmod driver.ko
./leak
#> open 0, wrong PINs 1
#> the bytes between: 00 00 00 00 00 00 00
#! they open the safe
./leak
#> open 0, wrong PINs 2
#! they open the safe
printf 1828182 > /dev/safe
./leak
#> open 1, wrong PINs 3
rmmod driver
