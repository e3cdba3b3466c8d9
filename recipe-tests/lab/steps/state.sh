# shellcheck shell=bash
# What the lab remembers of this machine: its log, and which of the things that carry no label it made itself.
# It is kept per machine and not per checkout, because the engine and the swarm are.

LAB_LABEL=org.recipeharness.lab

if ((EUID == 0)); then
    LAB_STATE=${LAB_STATE:-/var/lib/recipe-harness-lab}
else
    LAB_STATE=${LAB_STATE:-$HOME/.local/state/recipe-harness-lab}
fi
LAB_LOG=$LAB_STATE/lab.log

# locked <function> [args...]: one `up` or `down` at a time on this machine.
locked() {
    mkdir -p "$LAB_STATE" || fail "cannot make the state directory $LAB_STATE. Set LAB_STATE to a directory that you may write."
    exec {LOCK}>"$LAB_STATE/lock"
    if ! flock -n "$LOCK"; then
        say lab "another bin/lab is at work on this machine, waiting for it ..."
        # In the background, because bash handles no signal while it waits for a program in the foreground.
        flock "$LOCK" &
        wait "$!"
    fi
    : >"$LAB_LOG"
    "$@"
    exec {LOCK}>&-
}

remember() { echo "$2" >"$LAB_STATE/made-$1"; }

recall() { cat "$LAB_STATE/made-$1" 2>/dev/null || true; }

forget() { rm -f "$LAB_STATE/made-$1"; }
