# shellcheck shell=bash
# Running the tests, and seeing that they left nothing.

# What a run removes takes swarm some seconds to really go.
LEFTOVERS_LIMIT=30

# IncidentBookTest runs these, at several refs, and some of them are to be red.
IN_THE_INCIDENT_BOOK=(BlueskyPdsTest DiscourseTest GiteaTest ImmichTest KeycloakTest MattermostLtsTest MumbleTest)

# What http could change is the same for all recipes: one with a real server and one with a stand-in are enough.
PUBLISHED_TOO=(mumble pinboard)

run_recipe() {
    local published=no recipe settings=()
    if [[ ${1:-} == --published ]]; then
        published=yes
        shift
    fi
    recipe=${1:-}
    [[ -n $recipe ]] || fail "which recipe? bin/lab run [--published] <recipe> [maven args]. The lab has: $(known_recipes | paste -sd' ')."
    shift
    if [[ $published == yes ]]; then
        lab_publish "$recipe"
        mapfile -t settings < <(published_settings)
    elif catalogue_is_own "$@"; then
        lab_up "$recipe"
    else
        say catalogue "not the lab's, so the recipe's name is the harness's to judge"
        locked bring_up
    fi
    maven_then_leftovers test "-Drecipe=$recipe" "${settings[@]}" "$@"
}

run_all() {
    local settings
    if [[ ${1:-} == --published ]]; then
        shift
        lab_publish "${PUBLISHED_TOO[@]}"
        mapfile -t settings < <(published_settings)
        maven_then_leftovers test -pl recipe-tests -am "-Dtest=$(published_test_classes | paste -sd,)" -Dsurefire.failIfNoSpecifiedTests=false "${settings[@]}" "$@"
    fi
    lab_up
    if [[ ${1:-} == --junit6 ]]; then
        shift
        maven_then_leftovers verify -Pjunit6 "-Dtest=$(IFS=, && echo "${WITH_JUNIT6[*]}")" -Dsurefire.failIfNoSpecifiedTests=false "$@"
    fi
    maven_then_leftovers verify "-Dsurefire.excludes=**/*\$*,$(printf '**/%s.java,' "${IN_THE_INCIDENT_BOOK[@]}")" "$@"
}

# The harness's own tests of its extension, and one recipe's life; nothing else of a run asks JUnit for anything.
WITH_JUNIT6=("org/recipeharness/junit/*Test" PinboardTest PinboardInstallFailureTest '!**/*$*')

# The test classes that take one of these recipes through its tiers, or ask for it by all forms of a ref; where the recipe comes from
# makes no difference to the others.
published_test_classes() {
    local recipe
    for recipe in "${PUBLISHED_TOO[@]}"; do
        grep -lE "^@RecipeDeployment|MaintainersClone\\.in" "$ROOT"/recipe-tests/src/test/java/org/recipeharness/recipes/"${recipe^}"*.java
    done | xargs -n 1 basename -s .java
}

maven_then_leftovers() {
    local status=0
    maven "$@" || status=$?
    leftovers_are_none "$@" || ((status)) || status=1
    exit "$status"
}

# How Maven is started; a command that takes another one and becomes it.
MAVEN_BY=(exec)

maven() {
    JAVA_HOME=$(find_jdk)
    export JAVA_HOME
    say maven "mvn $*"
    attended "${MAVEN_BY[@]}" mvn -B -f "$ROOT/pom.xml" "$@"
}

# attended <command that becomes a program>: it is given its time to clean up when it is interrupted, as Maven and the JVM that it forks
# need: bash waits for it, and passes on a signal that came to this process alone.
attended() {
    local status pid traps
    traps=$(trap -p INT TERM)
    # A shell without job control starts its background processes deaf to SIGINT, hence the trap, and without standard input.
    (trap - INT TERM && "$@") <&0 &
    pid=$!
    trap 'kill -INT "$pid" 2>/dev/null || true' INT
    trap 'kill -TERM "$pid" 2>/dev/null || true' TERM
    while
        status=0
        wait "$pid" || status=$?
        kill -0 "$pid" 2>/dev/null
    do :; done
    trap - INT TERM
    eval "$traps"
    return "$status"
}

# Fails if a run left something, unless it was told to keep its app.
leftovers_are_none() {
    local found since
    engine_answers || fail "no engine answers any more, so it cannot be told what the run left."
    since=$(now)
    while found=$(leftovers) && [[ -n $found ]]; do
        if [[ " $* " == *' -Dharness.keep'* ]]; then
            say kept "$(paste -sd';' <<<"$found")"
            return
        fi
        if (($(now) - since > LEFTOVERS_LIMIT * 1000000)); then
            printf 'lab: the run left these behind:\n%s\n' "$found" >&2
            return 1
        fi
        sleep 1
    done
    say leftovers "none"
}
