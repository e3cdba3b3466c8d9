# shellcheck shell=bash
# The canonicals: the last green version of each recipe, undeployed, its volumes kept. The harness promotes them; here they are looked
# at, and taken away.

CANONICAL_LABEL=org.recipeharness.canonical  # on a canonical's volumes, with the recipe's name as its value
CANONICALS_KEY=recipe-harness-canonicals-key # the config that their secrets are derived from

# Those that have a record, the beginning of one, or volumes.
known_canonicals() {
    {
        [[ ! -d $CANONICALS ]] || find "$CANONICALS" -mindepth 2 -maxdepth 2 '(' -name canonical.json -o -name advance.json ')' -printf '%h\n' | sed 's|.*/||'
        ! engine_answers || docker volume ls --filter "label=$CANONICAL_LABEL" --format "{{.Label \"$CANONICAL_LABEL\"}}"
    } | sort -u
}

canonical_volumes() { ! engine_answers || docker volume ls --quiet --filter "label=$CANONICAL_LABEL=$1"; }

# The stacks whose volumes a canonical has, and the one that its record tells.
canonical_stacks() {
    local file=$CANONICALS/$1/canonical.json
    {
        docker volume ls --filter "label=$CANONICAL_LABEL=$1" --format '{{.Label "com.docker.stack.namespace"}}'
        if [[ -e $file ]]; then recorded "$file" '.current.domain' 2>/dev/null | tr . _ || true; fi
    } | sed '/^$/d' | sort -u
}

# Prints the canonical's stacks that run.
running_stacks_of() {
    local stack
    for stack in $(canonical_stacks "$1"); do
        no_container_of "$stack" && [[ -z $(docker service ls --quiet --filter "label=com.docker.stack.namespace=$stack") ]] || echo "$stack"
    done
}

canonical_state() {
    if ! engine_answers; then
        echo "no engine answers"
    elif [[ -z $(running_stacks_of "$1") ]]; then
        echo idle
    else
        echo running
    fi
}

missing_volumes() {
    local volume
    engine_answers || return 0
    recorded "$1" '.current.volumes[].name' | while read -r volume; do
        docker volume inspect "$volume" >/dev/null 2>&1 || echo "$volume"
    done
}

# canonical_line <recipe>: all that matters, in a line.
canonical_line() {
    local file=$CANONICALS/$1/canonical.json damage missing
    if [[ ! -e $file ]]; then
        echo "$1: no record"
        return
    fi
    damage=$(record_damage "$file")
    if [[ -n $damage ]]; then
        echo "$1: its record is damaged: $damage. See $file"
        return
    fi
    missing=$(missing_volumes "$file" | paste -sd' ')
    echo "$1: $(recorded "$file" '.current | "\(.ref) (\(.commit[0:8])) at \(.domain)"'), $(canonical_state "$1")${missing:+, MISSING: $missing}"
}

# advance_line <recipe>: the promotion that is under way, or that nobody has ended; nothing where there is none.
advance_line() {
    local file=$CANONICALS/$1/advance.json damage holder
    [[ -e $file ]] || return 0
    damage=$(record_damage "$file")
    if [[ -n $damage ]]; then
        echo "the record of a promotion is damaged: $damage. See $file"
    elif holder=$(canonical_holder "$1"); then
        echo "$(advance_told "$file"), held by $holder"
    else
        echo "$(advance_told "$file"), and nobody is at it: it was killed"
    fi
}

advance_told() { recorded "$1" '"a promotion to \(.toRef) (\(.to[0:8])) was begun \(.begun | seconds) by run \(.run)"'; }

# A sound record must not be called damaged because nothing is there to read it.
can_read_records() {
    command -v jq >/dev/null || {
        say canonicals "can't be told without jq, which 'bin/lab up' installs"
        return 1
    }
}

# One line each, for `status`.
canonicals_survey() {
    local recipe advance
    can_read_records || return 0
    for recipe in $(known_canonicals); do
        advance=$(advance_line "$recipe")
        say canonical "$(canonical_line "$recipe")${advance:+; $advance}"
    done
}

canonicals() {
    local recipe
    if [[ ${1:-} == --remove ]]; then
        locked canonical_down "${2:-}"
        return
    fi
    (($# == 0)) || fail "bin/lab canonicals [--remove <recipe>]: found '$*'."
    can_read_records || exit 1
    [[ -n $(known_canonicals) ]] || say canonicals "none in $CANONICALS"
    for recipe in $(known_canonicals); do canonical_told "$recipe"; done
}

canonical_told() {
    local file=$CANONICALS/$1/canonical.json advance volume
    say canonical "$(canonical_line "$1")"
    advance=$(advance_line "$1")
    [[ -z $advance ]] || say '' "$advance"
    if [[ -e $file && -z $(record_damage "$file") ]]; then
        say '' "promoted $(recorded "$file" '.current | "\(.promoted | seconds) by run \(.run)"')"
        recorded "$file" '.current.volumes[].name' | volumes_told "$1"
        recorded "$file" '.history[] | select(.snapshot) | "\(.snapshot) \(.version.ref) (\(.version.commit[0:8]))"' | snapshots_told "$1"
    else
        canonical_volumes "$1" | while read -r volume; do say '' "volume $volume: there"; done
    fi
}

# volumes_told <recipe>: reads those that the record names; what the engine has beside them is told too.
volumes_told() {
    local volume named
    mapfile -t named
    engine_answers || return 0
    for volume in "${named[@]}"; do
        say '' "volume $volume: $(docker volume inspect "$volume" >/dev/null 2>&1 && echo there || echo MISSING)"
    done
    canonical_volumes "$1" | while read -r volume; do
        [[ " ${named[*]} " == *" $volume "* ]] || say '' "volume $volume: there, not in the record"
    done
}

# snapshots_told <recipe>: reads `<file> <version>` lines.
snapshots_told() {
    local name version file
    while read -r name version; do
        file=$CANONICALS/$1/snapshots/$name
        say '' "snapshot $name of $version: $([[ -e $file ]] && du --human-readable --apparent-size "$file" | cut -f1 || echo MISSING)"
    done
}

canonical_down() {
    local recipe=$1 known running holder
    known=$(known_canonicals)
    [[ -n $recipe ]] || fail "which one? bin/lab canonicals --remove <recipe>. There is: $(paste -sd' ' <<<"${known:-none}")."
    grep -qxF -- "$recipe" <<<"$known" || fail "there is no canonical of '$recipe'. There is: $(paste -sd' ' <<<"${known:-none}")."
    engine_answers || fail "no engine answers, so the volumes of $recipe's canonical can't be removed. 'bin/lab up' starts one."
    if holder=$(canonical_holder "$recipe"); then
        fail "the canonical of $recipe is held by $holder. Wait for it, or end it."
    fi
    running=$(running_stacks_of "$recipe")
    [[ -z $running ]] || fail "the canonical of $recipe runs. Remove its stack first: $(stack_down_by_hand "$(head -n 1 <<<"$running")")"
    canonical_volumes "$recipe" | xargs --no-run-if-empty docker volume rm >/dev/null
    rm -rf "${CANONICALS:?}/$recipe"
    say canonical "$recipe is removed, with its volumes and snapshots"
}

# The volumes of the lab's zone. Those of another zone, on an engine that is not the lab's, need the key as much as these do.
canonicals_down() {
    local volumes
    mapfile -t volumes < <(docker volume ls --filter "label=$CANONICAL_LABEL" --format '{{.Label "com.docker.stack.namespace"}} {{.Name}}' | sed -n "s/^[^ ]*_${ZONE//./_} //p")
    ((${#volumes[@]} == 0)) || quietly canonicals "removing ${volumes[*]}" docker volume rm "${volumes[@]}"
    if is_manager && [[ -z $(docker volume ls --quiet --filter "label=$CANONICAL_LABEL") ]] && docker config inspect "$CANONICALS_KEY" >/dev/null 2>&1; then
        quietly canonicals "removing the key to their secrets" docker config rm "$CANONICALS_KEY"
    fi
    rm -rf "$CANONICALS"
}
