#!/bin/bash
# What is mounted is not gitea's to repair, so it is told at once.
set -euo pipefail

for directory in /etc/gitea /var/lib/gitea; do
  [ -w "$directory" ] || { echo "$directory is not writable for $(id -u)" >&2; exit 1; }
done

# Gitea saves secrets into its configuration, so it gets one on the volume that it can write.
ini=/etc/gitea/app.ini
if [ ! -e "$ini" ]; then
  install -m 0600 /usr/local/share/gitea/app.ini "$ini"
fi

exec gitea web
