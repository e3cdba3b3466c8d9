# shellcheck shell=bash
# A live-warm provider: a recipe's app that stays up at warm-<recipe>.<zone>, for the tests of others.

# These, and no others: warm-<recipe>.<zone> of any other recipe is where its canonical would be.
LIVE_WARM=(keycloak)

is_live_warm() { [[ " ${LIVE_WARM[*]} " == *" $1 "* ]]; }

must_be_live_warm() {
    recipe_must_be_known "$1"
    is_live_warm "$1" || fail "'$1' is no live-warm provider of the lab's. It has: ${LIVE_WARM[*]}. To keep an app of another recipe: bin/lab run $1 -Dtier=install -Dharness.keep=always"
}

warm_stack() { echo "warm-${1}_${ZONE//./_}"; }

warm_recipe() {
    local recipe
    if [[ ${1:-} == --remove ]]; then
        warm_down "${2:-}"
        return
    fi
    recipe=${1:-}
    must_be_live_warm "$recipe"
    run_recipe "$recipe" -Dtier=install -Dharness.keep=always "-Dharness.domain=warm-$recipe.$ZONE" "${@:2}"
}

warm_down() {
    local recipe=$1 stack
    must_be_live_warm "$recipe"
    stack=$(warm_stack "$recipe")
    stack_down "$stack"
    docker volume ls --quiet --filter "label=com.docker.stack.namespace=$stack" | xargs --no-run-if-empty docker volume rm >/dev/null
    say warm "$stack is removed"
}
