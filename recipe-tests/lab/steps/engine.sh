# shellcheck shell=bash
# The docker engine. One that answers is used as it is and never reconfigured; otherwise the lab starts one.

ENGINE_LOG=$LAB_STATE/engine.log
ENGINE_START_LIMIT=60

engine_version() { docker info --format '{{.ServerVersion}}' 2>/dev/null; }

engine_answers() { [[ -n $(engine_version || true) ]]; }

dockerd_command() { PATH=$PATH:/usr/sbin:/sbin command -v dockerd; }

engine_endpoint() { docker context inspect --format '{{.Endpoints.docker.Host}}'; }

# A package may start the engine as it is installed. That one is as fresh as one that the lab started,
# so what was there is looked at before any package is.
engine_note_before() {
    ENGINE_WAS_THERE=no
    ! engine_answers || ENGINE_WAS_THERE=yes
}

# Prints what tells a process from a later one of the same number, its start time; nothing if it has ended.
# (One that has ended may still be listed as a zombie, where process 1 does not collect them.)
process_mark() { awk '$3 != "Z" { print $1, $22 }' "/proc/$1/stat" 2>/dev/null || true; }

# Prints the pid of the dockerd that the lab started, if that very process still runs.
own_dockerd() { own_process engine dockerd; }

engine_up() {
    local pid
    if ! engine_answers; then
        engine_may_be_started
        engine_start
    fi
    if pid=$(own_dockerd); then
        say engine "docker $(engine_version), started by the lab (pid $pid)"
    else
        say engine "docker $(engine_version) at $(engine_endpoint), used as it is"
    fi
}

engine_may_be_started() {
    local endpoint
    endpoint=$(engine_endpoint)
    [[ $endpoint =~ ^unix://(/var)?/run/docker\.sock$ ]] ||
        fail "no engine answers at $endpoint, which DOCKER_HOST or the docker context chose. Start that one, or unset the choice to let the lab start one here."
    if ((EUID != 0)); then
        ! grep -qi 'permission denied' <<<"$(docker info 2>&1)" ||
            fail "the engine at $endpoint refuses $(id -un): permission denied. Join the group 'docker', or run bin/lab as root."
        fail "no engine answers at $endpoint, and only root can start one. Start it, or run bin/lab as root."
    fi
}

engine_start() {
    local since pid
    since=$(now)
    # The lock must not be inherited: it would be held for as long as the engine runs.
    setsid "$(dockerd_command)" </dev/null >"$ENGINE_LOG" 2>&1 {LOCK}>&- &
    pid=$!
    remember engine "$(process_mark "$pid")"
    until engine_answers; do
        if [[ -z $(process_mark "$pid") ]]; then
            log_tail "$ENGINE_LOG"
            fail "dockerd ended as it started, its last lines are above. All of them: $ENGINE_LOG"
        fi
        if (($(now) - since > ENGINE_START_LIMIT * 1000000)); then
            log_tail "$ENGINE_LOG"
            fail "dockerd (pid $pid) does not answer after $ENGINE_START_LIMIT s, its last lines are above. 'bin/lab down' ends it."
        fi
        sleep 0.1
    done
    say engine "dockerd answers after $(seconds_since "$since")"
}

engine_down() {
    local pid since
    if pid=$(own_dockerd); then
        since=$(now)
        kill -TERM "$pid"
        while own_dockerd >/dev/null; do
            (($(now) - since < ENGINE_START_LIMIT * 1000000)) ||
                fail "dockerd (pid $pid) still runs $ENGINE_START_LIMIT s after it was asked to end. Its log: $ENGINE_LOG"
            sleep 0.1
        done
        say engine "dockerd (pid $pid) ended after $(seconds_since "$since")"
    else
        say engine "not started by the lab, left alone"
    fi
    forget engine
}
