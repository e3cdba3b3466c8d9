#!/bin/bash
# Moves the database of an older release into a folder of its own, so that dumps lie beside it and not in it.
set -euo pipefail

volume=/var/lib/postgresql/data

if [ -s "$volume/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  find "$volume" -mindepth 1 -maxdepth 1 ! -path "$PGDATA" ! -name 'backup.sql*' -exec mv -t "$PGDATA" {} +
fi

exec docker-entrypoint.sh postgres
