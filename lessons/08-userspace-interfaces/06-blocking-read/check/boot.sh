insmod driver.ko
head -n 1 /dev/bell & reader=$!
sleep 0.2; kill $reader; wait $reader; echo "reader ended with $?"
#= reader ended with 143
head -n 1 /dev/bell > one & head -n 1 /dev/bell > two & sleep 0.2
echo > /dev/bell; sleep 0.2; echo "heard $(cat one two | wc -l)"
#= bell: 0 left
#= heard 1
echo > /dev/bell; sleep 0.2; echo "heard $(cat one two | wc -l)"
#= bell: 0 left
#= heard 2
echo > /dev/bell; echo > /dev/bell
head -n 1 /dev/bell; head -n 1 /dev/bell
#= bell: 1 left
#= bell: 0 left
rmmod driver
