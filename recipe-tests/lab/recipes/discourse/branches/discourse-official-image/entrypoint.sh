#!/bin/sh
set -eu
DISCOURSE_DB_PASSWORD=$(cat /run/secrets/db_password)
export DISCOURSE_DB_PASSWORD
exec /sbin/boot
