#!/bin/bash
# Turns MUMBLE_CONFIG_<option> variables into the server's configuration, then becomes the server.
set -euo pipefail

prefix=MUMBLE_CONFIG_
data=/data
config=${MUMBLE_CUSTOM_CONFIG_FILE:-$data/mumble_server_config.ini}

fail() {
    printf '[ERROR]: %s\n' "$*" >&2
    exit 1
}

# Debian's configuration names each option that the server knows, most of them in comments.
mapfile -t options < <(sed -nE 's/^[;#]?([A-Za-z_]+)=.*/\1/p' /etc/mumble-server.ini)

bare() {
    local name=${1^^}
    echo "${name//_/}"
}

# near <bare name>: the options that begin alike, or all of them.
near() {
    local option found=()
    for option in "${options[@]}"; do
        [[ $(bare "$option") != "${1:0:4}"* ]] || found+=("$option")
    done
    if ((${#found[@]})); then echo "near it are: ${found[*]}"; else echo "there are: ${options[*]}"; fi
}

# Quoted, because a bare comma or semicolon means something in the file.
assign() {
    local value=$2
    value=${value//\\/\\\\}
    value=${value//\"/\\\"}
    value=${value//$'\n'/\\n}
    printf '%s="%s"\n' "$1" "$value"
}

# What the image sets unless a variable does. An empty logfile sends the log to stderr.
declare -A setting=(
    [database]=$data/murmur.sqlite
    [port]=64738
    [users]=100
    [logfile]=''
    [ice]=''
)

declare -A option_called
for option in "${options[@]}"; do option_called[$(bare "$option")]=$option; done

read_variables() {
    local variable name
    while read -r variable; do
        name=$(bare "${variable:${#prefix}}")
        [[ -n ${option_called[$name]:-} ]] ||
            fail "$variable is set, but the server has no option '${variable:${#prefix}}'; $(near "$name")"
        setting[${option_called[$name]}]=${!variable}
    done < <(compgen -e | grep -i "^$prefix" | sort)
}

write_config() {
    local option
    (umask 077 && for option in "${!setting[@]}"; do assign "$option" "${setting[$option]}"; done >"$config")
}

if [[ -z ${MUMBLE_CUSTOM_CONFIG_FILE:-} ]]; then
    read_variables
    write_config
elif [[ ! -r $config ]]; then
    fail "MUMBLE_CUSTOM_CONFIG_FILE names $config, which cannot be read"
fi

server=("$@" -ini "$config")
[[ ${MUMBLE_VERBOSE:-false} != true ]] || server+=(-v)
[[ -z ${MUMBLE_SUPERUSER_PASSWORD:-} ]] || "${server[@]}" -supw "$MUMBLE_SUPERUSER_PASSWORD"

# As process 1 it gets the TERM that ends the task.
exec "${server[@]}"
