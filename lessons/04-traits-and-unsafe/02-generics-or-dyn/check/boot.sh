insmod driver.ko
#= thermal: 
#= fan: 
#= light: 
rmmod driver
