insmod driver.ko lines=4
./suite
#> ok 1 a new book is empty
#> ok 2 two openers write and a third reads both lines
#> ok 3 the oldest line goes where there is no room
#> ok 4 the ioctl counts lines
#> ok 5 debugfs says the same
#> ok 6 configfs takes a width
#> ok 7 a long line is cut to the width
#> ok 8 a width that is none is refused
#> ok 9 a book is cleared and refuses what it does not know
#> ok 10 nothing, and an address that cannot be read, is refused
rmmod driver
insmod driver.ko beat=5
sleep 0.1
tail -n 1 /dev/logbook | cut -c1-4
#> beat
rmmod driver
#no-report leak
