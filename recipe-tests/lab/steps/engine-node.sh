# shellcheck shell=bash
# An engine that runs beside the machine's own: a swarm of one node in namespaces of its own, with data of its own and without a network.
# All of it is in one folder, and it ends with the bin/lab that has started it.

NODES=$LAB_STATE/nodes # a folder a running engine: <name>.<pid of its bin/lab>
NODE_ADDRESS=192.0.2.1 # reserved for documentation, so no network of docker's has it
NODE_START_LIMIT=60
NODE_END_LIMIT=60

node_name() { basename "${1%.*}"; }

node_socket() { echo "unix://$1/docker.sock"; }

# node_path <folder>: a PATH that begins with the programs of this engine. Those that it lacks are the machine's.
node_path() {
    local engine
    engine=$(engine_folder "$(node_name "$1")")
    echo "$engine/usr/bin:$engine/usr/sbin:$PATH:/usr/sbin:/sbin"
}

node_docker() { DOCKER_HOST=$(node_socket "$NODE") "$(engine_folder "$(node_name "$NODE")")/usr/bin/docker" "$@"; }

# The control group above those of its containers.
node_control_group() { echo "recipe-harness-lab-$(basename "$1")"; }

# node_process <folder> owner|launcher|init: prints the recorded pid, if that very process still runs.
node_process() {
    local pid start
    read -r pid start 2>/dev/null <"$1/$2" || return 1
    [[ -n $start && $(process_mark "$pid") == "$pid $start" ]] || return 1
    echo "$pid"
}

# node_up <name> <image...>: starts the engine and gives it these images of the machine's engine.
node_up() {
    local name=$1
    shift
    NODE=$NODES/$name.$$
    mkdir -p "$NODE"
    process_mark $$ >"$NODE/owner"
    node_start "$name"
    quietly engine "copying $* to it" node_load "$@"
    quietly engine "docker swarm init" node_docker swarm init --advertise-addr "$NODE_ADDRESS"
    say engine "docker $(node_docker version --format '{{.Server.Version}}') at $(node_socket "$NODE"), a swarm of one node"
}

node_start() {
    local since pid environment=("PATH=$(node_path "$NODE")") settings=(--data-root "$NODE/data" --exec-root "$NODE/exec"
        --pidfile "$NODE/docker.pid" --host "$(node_socket "$NODE")" --log-level warn
        --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "/$(node_control_group "$NODE")")
    if [[ $1 == *-containerd ]]; then
        # As engine 29 is by default.
        settings+=(--feature containerd-snapshotter=true)
        environment+=(DOCKER_MIN_API_VERSION=1.44)
    fi
    since=$(now)
    # The kernel ends it if this bin/lab is killed, with all processes of its namespaces.
    setsid setpriv --pdeathsig KILL env "${environment[@]}" unshare --net --mount --uts --ipc --pid --fork --kill-child=KILL \
        "$LAB/engines/node.sh" "$NODE" "$NODE_ADDRESS" "lab-${1//./-}" "${settings[@]}" </dev/null >"$NODE/log" 2>&1 &
    pid=$!
    process_mark "$pid" >"$NODE/launcher"
    # Without a message of bash's when it is killed.
    disown "$pid"
    until node_docker info >/dev/null 2>&1; do
        if [[ -z $(process_mark "$pid") ]]; then
            log_tail "$NODE/log"
            fail "docker $1 ended as it started, its last lines are above."
        fi
        if (($(now) - since > NODE_START_LIMIT * 1000000)); then
            log_tail "$NODE/log"
            fail "docker $1 does not answer after $NODE_START_LIMIT s, its last lines are above."
        fi
        sleep 0.1
    done
    say engine "docker $1 answers after $(seconds_since "$since")"
}

# The machine's engine has the images.
node_load() { docker image save "$@" | node_docker image load --quiet; }

# node_enter <folder> <command...>: replaces this shell by the command, in the network of the engine and with the engine as docker's.
node_enter() {
    local node=$1 init
    shift
    init=$(node_process "$node" init) || fail "docker $(node_name "$node") has ended. Its log: $node/log"
    PATH=$(node_path "$node") DOCKER_HOST=$(node_socket "$node") exec setpriv --pdeathsig TERM nsenter --net="/proc/$init/ns/net" env -u DOCKER_CONTEXT "$@"
}

# node_down <folder>: ends the engine, with its containers and all else that runs in its network, and removes what it has left.
node_down() {
    local node=$1 network='' pid since
    since=$(now)
    ! pid=$(node_process "$node" init) || network=$(readlink "/proc/$pid/ns/net")
    # Its data goes, so nothing has to be ended gracefully.
    for pid in $(node_process "$node" launcher) $(node_process "$node" init); do kill -KILL "$pid" 2>/dev/null || true; done
    for pid in $(processes_in_network "$network"); do kill -KILL "$pid" 2>/dev/null || true; done
    while node_process "$node" init >/dev/null || node_process "$node" launcher >/dev/null || ! node_remove "$node"; do
        if (($(now) - since > NODE_END_LIMIT * 1000000)); then
            printf 'lab: %s\n' "docker $(node_name "$node") can't be removed. What is left: $node and the control groups $(node_control_group "$node")" >&2
            return 1
        fi
        sleep 0.1
    done
    say engine "docker $(node_name "$node") ended after $(seconds_since "$since")"
}

# processes_in_network <as the kernel names it>: prints the pids.
processes_in_network() {
    local pattern=${1//[/\\[}
    [[ -z $1 ]] || find /proc/[0-9]*/ns/net -maxdepth 0 -lname "${pattern//]/\\]}" -printf '%h\n' 2>/dev/null | cut -d/ -f3
}

node_remove() {
    local group
    # Version 1 of control groups has a tree for each resource, version 2 has one.
    for group in /sys/fs/cgroup/{,*/}"$(node_control_group "$1")"; do
        [[ ! -d $group ]] || find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || return 1
    done
    rm -rf --one-file-system "$1" 2>/dev/null
}

# Prints the folders of all engines; nodes_left those whose bin/lab was killed before it could remove them.
nodes() {
    local node
    for node in "$NODES"/*; do [[ ! -d $node ]] || echo "$node"; done
}

nodes_left() {
    local node
    for node in $(nodes); do node_process "$node" owner >/dev/null || echo "$node"; done
}

nodes_left_down() {
    local node
    for node in $(nodes_left); do node_down "$node"; done
}

refuse_if_nodes_are_in_use() {
    local node pid
    for node in $(nodes); do
        ! pid=$(node_process "$node" owner) || fail "nothing was taken down, because docker $(node_name "$node") runs for bin/lab (pid $pid)."
    done
}

nodes_survey() {
    local node pid
    for node in $(nodes); do
        if pid=$(node_process "$node" owner); then
            say engine "docker $(node_name "$node") at $(node_socket "$node"), started by bin/lab (pid $pid)"
        else
            say left "$node: its bin/lab was killed. 'bin/lab down' removes it"
        fi
    done
}
