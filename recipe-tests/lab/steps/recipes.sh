# shellcheck shell=bash
# What recipes the lab has. Each is a directory of recipe-tests/lab/recipes with a file `history`:
#   release <tag> annotated|lightweight     its tree is releases/<tag>/
#   branch <name> on <tag>                  its tree is branches/<name>/, its parent the release
#   patch <name> of <branch>                a branch: that one's tree with patches/<name>.patch applied, a commit after it
#   pull <number> of <branch>               a pull request: the branch, as a forge also shows it

# A name that no registry can ever hold: a task asks the registry first, and takes the image of its node only after that.
IMAGE_NAMESPACE=lab.invalid

known_recipes() {
    local file
    for file in "$LAB"/recipes/*/history; do basename "$(dirname "$file")"; done
}

recipe_is_known() { [[ -n $1 && -f $LAB/recipes/$1/history ]]; }

recipe_must_be_known() {
    recipe_is_known "$1" || fail "the lab has no recipe '$1'. It has: $(known_recipes | paste -sd' ')."
}

# history_of <recipe>: what its file lists, without comments.
history_of() { sed 's/#.*//; /^[[:space:]]*$/d' "$LAB/recipes/$1/history"; }

# The lab's own images that the recipes' compose files name, as <name>:<tag>.
images_of() {
    local recipe
    for recipe in "$@"; do
        grep -rhoE "^ *image: *[\"']?$IMAGE_NAMESPACE/[^\"'[:space:]]+" "$LAB/recipes/$recipe" --include='compose*.yml' || true
    done | sed "s|.*$IMAGE_NAMESPACE/||" | sort -u
}
