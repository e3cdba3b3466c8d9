#!/bin/bash
# Dumps the database onto its volume, and brings it back from there.
set -euo pipefail

dump=/var/lib/postgresql/data/backup.sql
PGPASSWORD=$(cat "$POSTGRES_PASSWORD_FILE")
export PGPASSWORD

backup() {
  pg_dump -U "$POSTGRES_USER" "$POSTGRES_DB" | gzip > "$dump.tmp"
  mv "$dump.tmp" "$dump"
}

restore() {
  psql -U "$POSTGRES_USER" -d postgres -v ON_ERROR_STOP=1 -q \
    -c "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '$POSTGRES_DB'" \
    -c "DROP DATABASE IF EXISTS \"$POSTGRES_DB\" WITH (FORCE)"
  createdb -U "$POSTGRES_USER" "$POSTGRES_DB"
  gunzip -c "$dump" | psql -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v ON_ERROR_STOP=1 -q > /dev/null
}

"$@"
