# shellcheck shell=bash
# Swarm mode, and the network that Co-op Cloud recipes share with their ingress.

PROXY_NETWORK=proxy

swarm_state() { docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}}'; }

is_manager() { [[ $(swarm_state) == 'active true' ]]; }

swarm_id() { docker info --format '{{with .Swarm.Cluster}}{{.ID}}{{end}}'; }

swarm_is_own() { [[ -n $(recall swarm) && $(recall swarm) == $(swarm_id) ]]; }

swarm_up() {
    case $(swarm_state) in
        'active true') ;;
        'active false') fail "this engine is a swarm worker, and services can be deployed on a manager only. Point DOCKER_HOST to a manager." ;;
        inactive*) swarm_init ;;
        *) fail "this engine's swarm is in the state '$(swarm_state)'. 'docker info' and 'docker swarm unlock' may help." ;;
    esac
    if swarm_is_own; then say swarm "one node, made by the lab"; else say swarm "used as it is"; fi
}

swarm_init() {
    if [[ $ENGINE_WAS_THERE == yes && ${LAB_SWARM_INIT:-} != yes ]] && ! own_dockerd >/dev/null; then
        fail "the engine was here before the lab and is not in swarm mode. Run 'docker swarm init' yourself, or set LAB_SWARM_INIT=yes to let the lab do it."
    fi
    # On the loopback address it works however many addresses the machine has, and nobody else can join.
    quietly swarm "docker swarm init" docker swarm init --advertise-addr 127.0.0.1 --listen-addr 127.0.0.1:2377
    remember swarm "$(swarm_id)"
}

swarm_down() {
    if swarm_is_own; then
        quietly swarm "docker swarm leave" docker swarm leave --force
    else
        say swarm "not made by the lab, left alone"
    fi
    forget swarm
}

proxy_is_own() { [[ $(docker network inspect --format "{{index .Labels \"$LAB_LABEL\"}}" "$PROXY_NETWORK" 2>/dev/null) == true ]]; }

# Prints the network's driver, or nothing if there is no such network.
proxy_driver() { docker network inspect --format '{{.Driver}}' "$PROXY_NETWORK" 2>/dev/null || true; }

proxy_up() {
    local driver
    driver=$(proxy_driver)
    case $driver in
        overlay) ;;
        '')
            quietly network "making the overlay network $PROXY_NETWORK" \
                docker network create --driver overlay --attachable --label "$LAB_LABEL=true" "$PROXY_NETWORK"
            ;;
        *) fail "the network '$PROXY_NETWORK' exists and is a $driver network, but recipes need an overlay network of that name. Remove it: docker network rm $PROXY_NETWORK" ;;
    esac
    if proxy_is_own; then say network "$PROXY_NETWORK, made by the lab"; else say network "$PROXY_NETWORK, used as it is"; fi
}

proxy_down() {
    ! proxy_is_own || quietly network "removing $PROXY_NETWORK" docker network rm "$PROXY_NETWORK"
}

STACK_LIMIT=60

# stack_down <stack>: removes a stack but its volumes. Networks go last: if one goes while swarm still knows tasks on it, each of them
# keeps its address on the networks that the stack shares with others.
stack_down() {
    local of_stack=(--filter "label=com.docker.stack.namespace=$1") since
    docker service ls --quiet "${of_stack[@]}" | xargs --no-run-if-empty docker service rm >/dev/null
    since=$(now)
    until no_container_of "$1" && [[ -z $(tasks_of "$1") ]]; do
        (($(now) - since < STACK_LIMIT * 1000000)) || fail "removing $1: its tasks are still there after $STACK_LIMIT s."
        sleep 0.5
    done
    docker network ls --quiet "${of_stack[@]}" | xargs --no-run-if-empty docker network rm >/dev/null
    docker secret ls --quiet "${of_stack[@]}" | xargs --no-run-if-empty docker secret rm >/dev/null
    docker config ls --quiet "${of_stack[@]}" | xargs --no-run-if-empty docker config rm >/dev/null
}

# tasks_of <stack>: prints the ids of its tasks, those of removed services included.
tasks_of() {
    local found
    if found=$(docker stack ps --quiet "$1" 2>&1); then
        echo "$found"
    else
        [[ $found == 'nothing found'* ]] || fail "listing the tasks of $1: $found"
    fi
}

no_container_of() {
    [[ -z $(docker container ls --all --quiet --filter "label=com.docker.stack.namespace=$1") ]]
}

# stack_down_by_hand <stack>: prints how an operator removes a stack.
stack_down_by_hand() {
    echo "docker service rm \$(docker stack services -q $1), then, once 'docker stack ps $1' finds nothing: docker stack rm $1"
}
