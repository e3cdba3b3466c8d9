#!/bin/sh
# Becomes the server as the user redis, or whatever else it is told to.
set -eu

case ${1:-} in
    '' | -* | *.conf) set -- redis-server "$@" ;;
esac
[ "$1" = redis-server ] || exec "$@"

if [ "$(id -u)" = 0 ]; then
    find . \! -user redis -exec chown redis '{}' +
    exec gosu redis "$0" "$@"
fi
shift
# Others of its network may come in without a password, as with the official image; what is asked for behind it wins.
exec redis-server --protected-mode no "$@"
