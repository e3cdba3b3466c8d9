# shellcheck shell=bash
# Running a command, or the harness's own tests, on an engine of another version.

# What depends on the engine most.
ENGINE_TESTS=UpdateTest,DeployTest,PullTest,ExecTest,ArchiveEngineTest
TESTS_ON_SWARM=$ROOT/harness-core/src/test/java/org/recipeharness/onswarm

# engine_run <name> [--image <name:tag>]... [--] <command...>
engine_run() {
    local name=${1:-} images=()
    engine_must_be_known "$name"
    shift
    while [[ ${1:-} == --image ]]; do
        images+=("${2:?--image needs the name and tag of an image of the lab, as pinboard:1.2.0}")
        shift 2
    done
    [[ ${1:-} != -- ]] || shift
    (($#)) || fail "which command? bin/lab engine-run $name [--image <name:tag>]... -- <command...>"
    engine_started "$name" "${images[@]}"
    attended node_enter "$NODE" "$@"
}

# engine_tests <name> [--times <n>] [maven args...]
engine_tests() {
    local name=${1:-} times=1 images round
    engine_must_be_known "$name"
    shift
    if [[ ${1:-} == --times ]]; then
        times=${2:-}
        [[ $times =~ ^[1-9][0-9]*$ ]] || fail "--times $times: expected how often the tests are to run, as --times 3."
        shift 2
    fi
    [[ " $*" == *' -Dtest='* ]] || set -- "-Dtest=$ENGINE_TESTS" "$@"
    [[ " $*" == *' -pl '* ]] || set -- -pl harness-core "$@"
    mapfile -t images < <(images_of_tests "$@")
    engine_started "$name" "${images[@]}"
    # The engine has no network, so Maven gets what it needs beforehand: with the same selection, less all that needs a swarm.
    maven -q test "$@" -DexcludedGroups=swarm -DfailIfNoTests=false
    MAVEN_BY=(node_enter "$NODE")
    for ((round = 1; round <= times; round++)); do
        say tests "docker $name, round $round of $times"
        maven -o test "$@" || fail "docker $name: the tests failed in round $round of $times."
    done
    say tests "docker $name: passed, $times of $times"
}

# images_of_tests [maven args...]: the lab's images that the selected classes on the swarm name; those of all if the classes are not listed.
images_of_tests() {
    local selected files=() image class
    selected=$(printf '%s\n' "$@" | sed -n 's/^-Dtest=//p' | tail -n 1)
    for class in ${selected//,/ }; do
        [[ ! -f $TESTS_ON_SWARM/${class%%#*}.java ]] || files+=("$TESTS_ON_SWARM/${class%%#*}.java")
    done
    ((${#files[@]})) || files=("$TESTS_ON_SWARM"/*.java)
    grep -hoE "$IMAGE_NAMESPACE/[a-z/-]+:[a-z0-9.]+" "${files[@]}" | sed "s|^$IMAGE_NAMESPACE/||" | sort -u |
        while read -r image; do [[ ! -f $LAB/images/${image%%:*}/Dockerfile ]] || echo "$image"; done
}

# engine_started <name> <image...>: it ends with this shell.
engine_started() {
    local images
    ((EUID == 0)) || fail "an engine of another version needs namespaces and mounts, which only root can make."
    locked engine_prepared "$@"
    NODE=''
    trap '[[ -z $NODE ]] || node_down "$NODE"' EXIT
    images=("${@:2}")
    node_up "$1" "$BASE_IMAGE" "${images[@]/#/$IMAGE_NAMESPACE/}"
}

engine_prepared() {
    local image
    nodes_left_down
    engine_note_before
    machine_up engine_missing_packages
    engine_up
    engine_unpacked "$1"
    base_up
    for image in "${@:2}"; do image_up "$image"; done
}
