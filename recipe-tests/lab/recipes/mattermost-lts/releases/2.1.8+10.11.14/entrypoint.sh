#!/bin/sh
set -eu
password=$(cat /run/secrets/postgres_password)
export MM_SQLSETTINGS_DRIVERNAME=postgres
export MM_SQLSETTINGS_DATASOURCE="postgres://mattermost:$password@$DATABASE_HOST:5432/mattermost?sslmode=disable"
exec mattermost
