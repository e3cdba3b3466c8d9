# shellcheck shell=bash
# Looking: what is up, what is in use, what is left of the harness's runs.

RUN_LABEL=org.recipeharness.run # the harness labels all that it creates with it; its value is the run

# Everything that a run of the harness left, one a line; live-warm providers are there because somebody wants them, and the volumes
# of canonicals, with the key to their secrets, because the next promotion does. Whatever else a canonical has goes when it is idle.
leftovers() {
    local stacks
    stacks=$(for recipe in "${LIVE_WARM[@]}"; do warm_stack "$recipe"; done | paste -sd'|')
    runs_things | grep -vE "^[a-z]+ ($stacks)[_ .]" || true
}

runs_things() {
    local filter=(--filter "label=$RUN_LABEL") show="{{.Name}} (run {{.Label \"$RUN_LABEL\"}})" ids
    if is_manager; then
        mapfile -t ids < <(docker service ls --quiet "${filter[@]}")
        ((${#ids[@]} == 0)) ||
            docker service inspect --format "service {{.Spec.Name}} (run {{index .Spec.Labels \"$RUN_LABEL\"}})" "${ids[@]}"
        docker secret ls "${filter[@]}" --format "secret $show"
        docker config ls "${filter[@]}" --format "config $show" | sed "/^config $CANONICALS_KEY /d"
    fi
    docker container ls --all "${filter[@]}" --format "container ${show/Name/Names}"
    docker network ls "${filter[@]}" --format "network $show"
    docker volume ls "${filter[@]}" --format "{{if not (.Label \"$CANONICAL_LABEL\")}}volume $show{{end}}" | sed '/^$/d'
}

# What `down` would take the ground from: everything, if the engine or the swarm goes; else what uses the lab's images and network.
users() {
    local everything=no label="label=$LAB_LABEL=true"
    if own_dockerd >/dev/null; then everything=yes; fi
    if is_manager; then
        if [[ $everything == yes ]] || swarm_is_own; then
            docker service ls --format 'service {{.Name}}'
        else
            docker service ls --format '{{.Name}} {{.Image}}' | sed -nE "s#^([^ ]*) ($IMAGE_NAMESPACE|$(registry_name))/.*#service \1#p"
            ! proxy_is_own || docker network inspect --verbose --format '{{range $name, $_ := .Services}}{{if $name}}service {{$name}}{{println}}{{end}}{{end}}' "$PROXY_NETWORK" | sed '/^$/d'
        fi
    fi
    {
        if [[ $everything == yes ]]; then docker container ls --format 'container {{.Names}}'; fi
        docker container ls --all --filter "$label" --format 'container {{.Names}}'
    } | sed "/^container $INGRESS\$/d"
}

refuse_if_in_use() {
    local found
    found=$(users | sort -u | sed 's/^/    /')
    [[ -z $found ]] || fail "nothing was taken down, because these are still there:"$'\n'"$found"
}

# Who holds the node, one a line: the harness's leases, as org.recipeharness.lease.Lease writes them.
holders() {
    local lease=org.recipeharness.lease
    ! is_manager || docker config ls --filter name=recipe-harness-lease- \
        --format "{{.Label \"$lease.state\"}}: {{.Label \"$lease.owner\"}}, runs {{.Label \"$lease.runs\"}} (renewed {{.UpdatedAt}})"
}

ipvs() {
    if [[ $(engine_endpoint) != unix://* ]]; then
        echo "unknown for an engine elsewhere"
    elif [[ -e /proc/net/ip_vs ]] || modprobe --dry-run --quiet ip_vs 2>/dev/null; then
        echo "yes"
    else
        echo "no: swarm's virtual IPs and ingress ports don't work here"
    fi
}

# server_survey <what> <program> <what it has>
server_survey() {
    local pid
    if pid=$(own_process "$1" "$2"); then say "$1" "$3, started by the lab ($2, pid $pid)"; fi
}

survey() {
    local recipe line own driver
    if engine_answers; then
        own=$(own_dockerd) || own=''
        say engine "docker $(engine_version) at $(engine_endpoint)${own:+, started by the lab (pid $own)}"
        say swarm "$(swarm_state | sed 's/active true/active, manager/; s/active false/active, worker/; s/inactive.*/not in swarm mode/')$(! swarm_is_own || echo ', made by the lab')"
        say ipvs "$(ipvs)"
        driver=$(proxy_driver)
        say network "$PROXY_NETWORK: ${driver:-missing}$(! proxy_is_own || echo ', made by the lab')"
        [[ -z $(ingress_state) ]] || say ingress "$([[ $(ingress_state) == running* ]] && ingress_told || ingress_state)"
        docker image ls --filter "label=$LAB_LABEL=true" --filter dangling=false --format '{{.Repository}}:{{.Tag}} {{.Size}}' | sort |
            while read -r line; do say image "$line"; done
        ! is_manager || docker stack ls --format '{{.Name}}, services: {{.Services}}' |
            while read -r line; do say stack "$line"; done
        canonicals_survey
        holders | while read -r line; do say holder "$line"; done
        leftovers | while read -r line; do say left "$line"; done
    else
        say engine "none answers at $(engine_endpoint)"
        canonicals_survey
    fi
    nodes_survey
    server_survey "$REGISTRY" docker-registry "$(registry_name)"
    server_survey "$GIT_SERVER" busybox "$(published_catalogue)"
    for recipe in $(known_recipes); do
        say recipe "$recipe: $(history_of "$recipe" | awk '{ printf "%s%s", (NR > 1 ? ", " : ""), ($1 == "branch" ? "branch " : $1 == "pull" ? "pull/" : "") $2 }')$([[ -d $CATALOGUE/$recipe ]] || echo ' (not in the catalogue)')"
    done
}
