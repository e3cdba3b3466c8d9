# shellcheck shell=bash
# Small servers of the lab's own, each on a loopback port that nobody else has.

FIRST_PORT=15050
SERVER_LIMIT=20

# own_process <what> <program>: prints the pid of what the lab started under that name, if that very process still runs.
own_process() {
    local pid start
    read -r pid start _ <<<"$(recall "$1")"
    [[ -n $start && $(cat "/proc/$pid/comm" 2>/dev/null) == "$2" && $(process_mark "$pid") == "$pid $start" ]] || return 1
    echo "$pid"
}

# server_port <what>: prints the port that the lab chose for it, whether it runs or not.
server_port() { recall "$1" | awk '{ print $3 }'; }

port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port <what>: the port that it had before, unless somebody else has that now.
free_port() {
    local port
    port=$(server_port "$1")
    free_port_from "${port:-$FIRST_PORT}"
}

# free_port_from <port>: that one, or the next that nobody has.
free_port_from() {
    local port=$1
    while port_answers "$port"; do port=$((port + 1)); done
    echo "$port"
}

# server_start <what> <port> <command...>: starts it, and waits until it answers.
server_start() {
    local what=$1 port=$2 pid since log=$LAB_STATE/$1.log
    shift 2
    since=$(now)
    setsid "$@" </dev/null >"$log" 2>&1 {LOCK}>&- &
    pid=$!
    remember "$what" "$(process_mark "$pid") $port"
    until port_answers "$port"; do
        if [[ -z $(process_mark "$pid") ]]; then
            log_tail "$log"
            fail "$what: '$*' ended as it started, its last lines are above."
        fi
        (($(now) - since < SERVER_LIMIT * 1000000)) ||
            fail "$what: '$*' (pid $pid) does not answer at 127.0.0.1:$port after $SERVER_LIMIT s. Its log: $log"
        sleep 0.1
    done
    say "$what" "127.0.0.1:$port answers after $(seconds_since "$since") (pid $pid)"
}

# server_down <what> <program>
server_down() {
    local pid since
    if pid=$(own_process "$1" "$2"); then
        since=$(now)
        kill -TERM "$pid"
        while own_process "$1" "$2" >/dev/null; do
            (($(now) - since < SERVER_LIMIT * 1000000)) ||
                fail "$1: $2 (pid $pid) still runs $SERVER_LIMIT s after it was asked to end."
            sleep 0.1
        done
        say "$1" "$2 (pid $pid) ended"
    fi
    forget "$1"
}
