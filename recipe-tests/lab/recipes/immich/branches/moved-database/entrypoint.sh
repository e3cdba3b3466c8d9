#!/bin/sh
set -eu
DB_PASSWORD=$(cat /run/secrets/db_password)
export DB_PASSWORD
exec immich-server
