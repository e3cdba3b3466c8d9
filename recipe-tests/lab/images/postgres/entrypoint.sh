#!/bin/bash
# Sets up an empty PGDATA as the official image's variables and scripts ask for, then becomes the server.
set -euo pipefail
shopt -s inherit_errexit nullglob

scripts=/docker-entrypoint-initdb.d

say() { printf 'entrypoint: %s\n' "$*"; }

fail() {
    say "$*" >&2
    exit 1
}

# setting <variable> [default]: from the variable, or from the file that <variable>_FILE names.
setting() {
    local file=$1_FILE value=${!1:-}
    if [[ -n ${!file:-} ]]; then
        [[ -z $value ]] || fail "both $1 and $file are set, expected only one of them."
        [[ -r ${!file} ]] || fail "$file names ${!file}, which can't be read."
        value=$(<"${!file}")
    fi
    export "$1=${value:-${2:-}}"
    unset "$file"
}

sql() { psql -v ON_ERROR_STOP=1 --no-password --no-psqlrc --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"; }

make_cluster() {
    local arguments=()
    eval "arguments=($POSTGRES_INITDB_ARGS)"
    initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") "${arguments[@]}"
    # initdb trusts whoever connects from inside; this is for all others.
    printf '\nhost all all all %s\n' "$POSTGRES_HOST_AUTH_METHOD" >>"$PGDATA/pg_hba.conf"
}

run_scripts() {
    local script
    for script in "$scripts"/*; do
        say "running $script"
        case $script in
            *.sh)
                # shellcheck source=/dev/null
                if [[ -x $script ]]; then "$script"; else source "$script"; fi
                ;;
            *.sql) sql --file "$script" ;;
            *.sql.gz) gunzip --stdout "$script" | sql ;;
            *) say "$script is neither .sh nor .sql nor .sql.gz, left out" ;;
        esac
    done
}

# The server of the set-up is reachable from inside only: nobody else shall see a database that is half made.
set_up() {
    [[ -n $POSTGRES_PASSWORD || $POSTGRES_HOST_AUTH_METHOD == trust ]] ||
        fail "there is no password for the superuser. Set POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE, or POSTGRES_HOST_AUTH_METHOD=trust to let everyone in."
    make_cluster
    pg_ctl -w -o "-c listen_addresses='' -p 5432" start
    if [[ $POSTGRES_DB != postgres ]]; then createdb --no-password --username "$POSTGRES_USER" "$POSTGRES_DB"; fi
    run_scripts
    pg_ctl -m fast -w stop
    say "set up, ready for start up"
}

if (($# == 0)) || [[ $1 == -* ]]; then set -- postgres "$@"; fi
[[ $1 == postgres ]] || exec "$@"

if (($(id -u) == 0)); then
    mkdir -p "$PGDATA"
    chown -R postgres: "$PGDATA" /var/run/postgresql
    chmod 0700 "$PGDATA"
    exec gosu postgres "${BASH_SOURCE[0]}" "$@"
fi

if [[ -s $PGDATA/PG_VERSION ]]; then
    say "$PGDATA holds a database, nothing to set up"
else
    setting POSTGRES_USER postgres
    setting POSTGRES_DB "$POSTGRES_USER"
    setting POSTGRES_PASSWORD
    setting POSTGRES_INITDB_ARGS
    POSTGRES_HOST_AUTH_METHOD=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}
    set_up
    unset POSTGRES_PASSWORD
fi
exec "$@"
