#!/bin/sh
# Bitnami's variables have names of their own, and the password may be in a file.
set -eu
export DISCOURSE_DB_HOST="${DISCOURSE_DATABASE_HOST:-postgresql}"
export DISCOURSE_DB_NAME="${DISCOURSE_DATABASE_NAME:-bitnami_discourse}"
export DISCOURSE_DB_USERNAME="${DISCOURSE_DATABASE_USER:-bn_discourse}"
if [ -n "${DISCOURSE_DATABASE_PASSWORD_FILE:-}" ]; then
    DISCOURSE_DATABASE_PASSWORD=$(cat "$DISCOURSE_DATABASE_PASSWORD_FILE")
fi
export DISCOURSE_DB_PASSWORD="${DISCOURSE_DATABASE_PASSWORD:-}"
export DISCOURSE_REDIS_HOST="${DISCOURSE_REDIS_HOST:-redis}"
exec "$@"
