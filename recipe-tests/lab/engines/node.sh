#!/bin/sh
# node.sh <folder> <address> <host name> <dockerd arguments...>: the first process of an engine that has namespaces of its own (network,
# mounts, host name, processes). It prepares them and becomes docker-init with dockerd. engine-node.sh starts it; PATH leads to its dockerd.
set -eu
folder=$1 address=$2 name=$3
shift 3

# /proc is still that of the machine, so this is the process id that the machine sees.
read -r pid _ </proc/self/stat
awk '{ print $1, $22 }' "/proc/$pid/stat" >"$folder/init"
mount -t proc proc /proc
hostname "$name"

# A pair of interfaces that lead to each other, and no route to anywhere else.
ip link set lo up
ip link add eth0 type veth peer name eth0-peer
ip address add "$address/24" dev eth0
ip link set eth0 up
ip link set eth0-peer up

# /sys has to show this network namespace, with the control groups and AppArmor of the machine.
for mounted in fs/cgroup kernel/security; do
    ! mountpoint -q "/sys/$mounted" || { mkdir -p "$folder/sys/$mounted" && mount --rbind "/sys/$mounted" "$folder/sys/$mounted"; }
done
mount -t sysfs sysfs /sys
for mounted in fs/cgroup kernel/security; do
    [ ! -d "$folder/sys/$mounted" ] || mount --rbind "$folder/sys/$mounted" "/sys/$mounted"
done

# The machine's engine keeps its sockets and its settings to itself.
resolver=$(readlink -m /etc/resolv.conf)
mount -t tmpfs tmpfs /run
[ ! -d /etc/docker ] || mount -t tmpfs tmpfs /etc/docker
mkdir -p "$(dirname "$resolver")"
[ -e "$resolver" ] || : >"$resolver"
echo "nameserver $address" >"$folder/resolv.conf"
mount --bind "$folder/resolv.conf" "$resolver"

perl "$(dirname "$0")/no-names.pl" "$address" &
exec docker-init -- dockerd "$@"
