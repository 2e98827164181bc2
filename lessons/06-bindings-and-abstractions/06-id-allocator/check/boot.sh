insmod driver.ko
#= minors 64, 65, 66
#= a fourth: -28
#= again: 65
#= the console keeps 64
#= then: 65
rmmod driver # with slab_debug: what is left is reported
