#!/bin/bash
# Sets up an empty /var/lib/mysql as the official image's variables and scripts ask for, then becomes the server.
set -euo pipefail
shopt -s inherit_errexit nullglob

data=/var/lib/mysql
scripts=/docker-entrypoint-initdb.d
limit=120    # seconds that the server of the set-up may take to answer

say() { printf 'entrypoint: %s\n' "$*"; }

fail() {
    say "$*" >&2
    exit 1
}

# setting <NAME>: MARIADB_<NAME> from the variable or from the file that its _FILE names; else the same of MYSQL_<NAME>.
setting() {
    local family variable file value=
    for family in MYSQL MARIADB; do
        variable=${family}_$1 file=${family}_$1_FILE
        [[ -z ${!variable:-} ]] || value=${!variable}
        if [[ -n ${!file:-} ]]; then
            [[ -z ${!variable:-} ]] || fail "both $variable and $file are set, expected only one of them."
            [[ -r ${!file} ]] || fail "$file names ${!file}, which can't be read."
            value=$(<"${!file}")
        fi
        unset "$variable" "$file"
    done
    export "MARIADB_$1=$value"
}

# Asks as root, who needs a password once it is set.
sql() { MYSQL_PWD=$password mariadb --user=root "$@"; }

# A text as SQL has it.
quoted() {
    local text=${1//\\/\\\\}
    printf "'%s'" "${text//\'/\'\'}"
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
            *.sql) sql "$MARIADB_DATABASE" <"$script" ;;
            *.sql.gz) gunzip --stdout "$script" | sql "$MARIADB_DATABASE" ;;
            *) say "$script is neither .sh nor .sql nor .sql.gz, left out" ;;
        esac
    done
}

await_server() {
    local until=$((SECONDS + limit))
    until mariadb-admin --user=root --silent ping >/dev/null 2>&1; do
        kill -0 "$server" 2>/dev/null || fail "the server of the set-up has ended, see above."
        ((SECONDS < until)) || fail "the server of the set-up does not answer after $limit s."
        sleep 0.2
    done
}

make_accounts() {
    local user
    if [[ -n $MARIADB_DATABASE ]]; then sql --execute="CREATE DATABASE \`$MARIADB_DATABASE\`"; fi
    if [[ -n $MARIADB_USER && -n $MARIADB_PASSWORD ]]; then
        user="$(quoted "$MARIADB_USER")@'%'"
        sql --execute="CREATE USER $user IDENTIFIED BY $(quoted "$MARIADB_PASSWORD")"
        [[ -z $MARIADB_DATABASE ]] || sql --execute="GRANT ALL ON \`${MARIADB_DATABASE//_/\\_}\`.* TO $user"
    fi
    sql --execute="CREATE USER root@'%' IDENTIFIED BY $(quoted "$MARIADB_ROOT_PASSWORD");
        GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;
        ALTER USER root@localhost IDENTIFIED BY $(quoted "$MARIADB_ROOT_PASSWORD")"
    password=$MARIADB_ROOT_PASSWORD
}

# The server of the set-up is reachable from inside only: nobody else shall see a database that is half made.
set_up() {
    local empty=${MARIADB_ALLOW_EMPTY_ROOT_PASSWORD:-${MYSQL_ALLOW_EMPTY_PASSWORD:-}}
    local server password=
    [[ -n $MARIADB_ROOT_PASSWORD || -n $empty ]] ||
        fail "there is no password for root. Set MARIADB_ROOT_PASSWORD or MARIADB_ROOT_PASSWORD_FILE, or MARIADB_ALLOW_EMPTY_ROOT_PASSWORD=1 to let everyone in."
    mariadb-install-db --auth-root-authentication-method=normal --skip-test-db --datadir="$data" >/dev/null
    "$@" --skip-networking &
    server=$!
    await_server
    make_accounts
    run_scripts
    MYSQL_PWD=$password mariadb-admin --user=root shutdown
    wait "$server"
    say "set up, ready for start up"
}

if (($# == 0)) || [[ $1 == -* ]]; then set -- mariadbd "$@"; fi
[[ $1 == mariadbd || $1 == mysqld ]] || exec "$@"

if (($(id -u) == 0)); then
    chown -R mysql: "$data" /run/mysqld
    exec gosu mysql "${BASH_SOURCE[0]}" "$@"
fi

if [[ -d $data/mysql ]]; then
    say "$data holds databases, nothing to set up"
else
    for name in DATABASE USER PASSWORD ROOT_PASSWORD; do setting "$name"; done
    set_up "$@"
    unset MARIADB_PASSWORD MARIADB_ROOT_PASSWORD
fi
exec "$@"
