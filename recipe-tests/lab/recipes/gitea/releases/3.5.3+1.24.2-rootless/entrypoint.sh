#!/bin/bash
# What is mounted is not gitea's to repair, so it is told at once.
set -euo pipefail

for directory in /etc/gitea /var/lib/gitea; do
  [ -w "$directory" ] || { echo "$directory is not writable for $(id -u)" >&2; exit 1; }
done

exec gitea web
