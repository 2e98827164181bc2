#!/bin/sh
# Stands in for mmdebstrap and its downloads: «unpacks» a copy of the toolroom that is there.
# COPY_OF: that toolroom's root. HOLD: a file; while it exists, the run does not get past its first package.
tree= archives=
for argument; do
  case "$argument" in
  --version) echo mmdebstrap fake; exit ;;
  --setup-hook=*) archives=$(expr "$argument" : ".*ln -s '\(.*\)' ") ;;
  */tree) tree=$argument ;;
  esac
done
[ -n "$tree" ] && [ ! -e "$tree" ] || { echo "E: $tree is not empty"; exit 1; }
echo 'I: running apt-get update...'
echo '0 upgraded, 2 newly installed, 0 to remove and 0 not upgraded.'
if [ -e "$archives/one.deb" ]; then echo 'Need to get 10.0 MB/20.0 MB of archives.'; else echo 'Need to get 20.0 MB of archives.'; fi
[ -z "$NO_MIRROR" ] || { echo 'E: Unable to fetch some archives'; exit 25; }
touch "$archives/one.deb"
mkdir "$tree"
while [ -e "$HOLD" ]; do sleep 0.05; done
echo 'Get:2 http://mirror.example/debian trixie/main amd64 two amd64 1.0 [10.0 MB]'
echo 'D: 1 2 running dpkg-deb --fsys-tarfile /one.deb'
cp -a --link "$COPY_OF/usr" "$tree" 2>/dev/null || cp -a "$COPY_OF/usr" "$tree"
