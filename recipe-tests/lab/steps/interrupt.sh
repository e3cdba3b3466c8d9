# shellcheck shell=bash
# What SIGINT and SIGTERM do to bin/lab: the step that is under way ends, with all that it has started, and so does bin/lab. What earlier
# steps have made stays, an engine of `up` included.

INTERRUPT_LIMIT=20 # seconds that a step has to end, before it is killed
STEP=''            # the process group of the step that is under way

trap 'interrupted INT 130' INT
trap 'interrupted TERM 143' TERM

# interruptibly <command...>: runs it in a process group of its own, and returns its status.
interruptibly() {
    local status=0
    # With job control, bash gives a background process a group of its own; without, that process would ignore SIGINT.
    set -m
    (set +m && trap - INT TERM && set -e && "$@") </dev/null {LOCK}>&- &
    STEP=$!
    set +m
    wait "$STEP" || status=$?
    STEP=''
    return "$status"
}

# interrupted <signal> <exit status>
interrupted() {
    trap '' INT TERM
    if [[ -n $STEP ]]; then
        # apt takes SIGINT to finish with the package at hand, and every other program ends.
        group_ends INT "$INTERRUPT_LIMIT" || group_ends KILL 5 || true
    fi
    # A step's scratch folders carry the process id of this bin/lab. A step that was killed has not removed its own.
    rm -rf --one-file-system {/dev/shm,"${TMPDIR:-/tmp}"}/recipe-harness-lab.$$.*
    printf 'lab: ended by SIG%s\n' "$1" >&2
    exit "$2"
}

# group_ends <signal> <seconds>: sends it to the step, and fails if one of its processes still runs after this time.
group_ends() {
    local since
    since=$(now)
    kill "-$1" -- "-$STEP" 2>/dev/null || true
    while group_runs "$STEP"; do
        (($(now) - since < $2 * 1000000)) || return 1
        sleep 0.1
    done
}

# A process that has ended may still be listed as a zombie, if process 1 does not collect it.
group_runs() {
    awk -v group="$1" '{ sub(/^.*\) /, "") } $3 == group && $1 != "Z" { runs = 1 } END { exit !runs }' < <(cat /proc/[0-9]*/stat 2>/dev/null)
}
