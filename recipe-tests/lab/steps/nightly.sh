# shellcheck shell=bash
# What takes too long for each change, one command after the other. All are run; the end names those that failed.

NIGHTLY=(
    'verify -pl harness-core -Dgroups=nightly -DexcludedGroups='
    'verify -Pjunit6 -DexcludedGroups=swarm'
    'engine-tests 26 --times 3'
    'engine-tests 28 --times 3'
    'engine-tests 28-containerd --times 3'
    'campaign addresses'
)

nightly() {
    local words since failed=() each
    (($# == 0)) || fail "bin/lab nightly takes no arguments: found '$*'. It runs these, which may be run alone as well:$(printf '\n  bin/lab %s' "${NIGHTLY[@]}")"
    for each in "${NIGHTLY[@]}"; do
        since=$(now)
        read -ra words <<<"$each"
        if attended "$ROOT/bin/lab" "${words[@]}"; then
            say nightly "passed in $(seconds_since "$since"): bin/lab $each"
        else
            say nightly "failed in $(seconds_since "$since"): bin/lab $each"
            failed+=("$each")
        fi
    done
    ((${#failed[@]} == 0)) || fail "of ${#NIGHTLY[@]} commands ${#failed[@]} failed:$(printf '\n  bin/lab %s' "${failed[@]}")"
    say nightly "all ${#NIGHTLY[@]} passed in $(seconds_since "$started")"
}
