# shellcheck shell=bash
# How the lab talks: one short line a step. What tools print goes to the log, and is shown when they fail.

now() { echo "${EPOCHREALTIME/[^0-9]/}"; }

seconds_since() {
    local tenths=$((($(now) - $1) / 100000))
    echo "$((tenths / 10)).$((tenths % 10)) s"
}

say() { printf '%-10s %s\n' "$1" "$2"; }

fail() {
    printf 'lab: %s\n' "$*" >&2
    exit 1
}

log_tail() { tail -n 25 "$1" | sed 's/^/    | /' >&2; }

# quietly <step> <what it makes> <command...>
quietly() {
    local step=$1 what=$2 since status
    shift 2
    since=$(now)
    say "$step" "$what ..."
    printf '\n== %s: %s\n' "$step" "$what" >>"$LAB_LOG"
    # Not as a condition of `if`: bash would go on after a failure within the command.
    set +e
    interruptibly "$@" >>"$LAB_LOG" 2>&1
    status=$?
    set -e
    if ((status)); then
        log_tail "$LAB_LOG"
        fail "$step: $what failed after $(seconds_since "$since"), the last lines are above. All of it: $LAB_LOG"
    fi
    say "$step" "$what: done in $(seconds_since "$since")"
}
