# shellcheck shell=bash
# The catalogue: a bare git repository for each of the lab's recipes, as the harness would find them on a forge.
# Authors and dates are fixed, so that the same content has the same commit ids on every machine.

CATALOGUE=$ROOT/.lab/catalogue
RECIPE_TREES=$LAB/recipes
FIRST_COMMIT_AT=1767261600 # 2026-01-01 10:00 UTC; each commit is a day after the one before
CATALOGUE_SOURCE=lab.source

catalogue_up() {
    local recipe repository
    mkdir -p "$CATALOGUE"
    for repository in "$CATALOGUE"/*; do
        recipe_is_known "$(basename "$repository")" || rm -rf "$repository"
    done
    for recipe in $(known_recipes); do repository_up "$recipe"; done
    say catalogue "$(known_recipes | paste -sd' ')"
}

# A repository is made again when the recipe or the way of making it has changed, and appears whole or not at all.
repository_up() {
    local recipe=$1 repository=$CATALOGUE/$1 source scratch
    source=$({ digest_of "$RECIPE_TREES/$recipe" && cat "$LAB/steps/catalogue.sh"; } | digest)
    [[ $(git config --file "$repository/config" "$CATALOGUE_SOURCE" 2>/dev/null) != "$source" ]] || return 0
    scratch=$(dirname "$CATALOGUE")/scratch
    rm -rf "$scratch"
    mkdir "$scratch"
    quietly recipe "making the repository of $recipe" repository_make "$recipe" "$scratch/$recipe"
    git config --file "$scratch/$recipe/config" "$CATALOGUE_SOURCE" "$source"
    rm -rf "$repository"
    mv "$scratch/$recipe" "$repository"
    rm -rf "$scratch"
}

repository_make() (
    recipe=$1 day=0 head=''
    export GIT_DIR=$2 GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
    export GIT_AUTHOR_NAME='Recipe Maintainers' GIT_AUTHOR_EMAIL=maintainers@lab.test
    export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
    git init --quiet --bare --template= --initial-branch=main
    while read -r kind name how on; do
        export GIT_AUTHOR_DATE="$((FIRST_COMMIT_AT + day * 86400)) +0000"
        export GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
        day=$((day + 1))
        case "$kind $how" in
            'release annotated' | 'release lightweight')
                head=$(commit_tree "$RECIPE_TREES/$recipe/releases/$name" "chore: publish $name release" "$head")
                git update-ref refs/heads/main "$head"
                if [[ $how == annotated ]]; then git tag -a -m "$recipe $name" "$name" "$head"; else git tag "$name" "$head"; fi
                ;;
            'branch on')
                parent=$(git rev-parse --quiet --verify "refs/tags/$on^{commit}") ||
                    unreadable "branch '$name' is on '$on', which is no release listed before it."
                commit=$(commit_tree "$RECIPE_TREES/$recipe/branches/$name" "$name" "$parent")
                git update-ref "refs/heads/$name" "$commit"
                ;;
            'patch of')
                parent=$(git rev-parse --quiet --verify "refs/heads/$on") ||
                    unreadable "patch '$name' is of '$on', which is no branch listed before it."
                commit=$(commit_patched "$RECIPE_TREES/$recipe/branches/$on" "$RECIPE_TREES/$recipe/patches/$name.patch" "$name" "$parent")
                git update-ref "refs/heads/$name" "$commit"
                ;;
            'pull of')
                commit=$(git rev-parse --quiet --verify "refs/heads/$on") ||
                    unreadable "pull request $name is of '$on', which is no branch listed before it."
                git update-ref "refs/pull/$name/head" "$commit"
                ;;
            *)
                unreadable "cannot read '$kind $name $how $on'. Expected 'release <tag> annotated|lightweight', 'branch <name> on <tag>', 'patch <name> of <branch>' or 'pull <number> of <branch>'."
                ;;
        esac
    done < <(history_of "$recipe")
)

unreadable() {
    echo "$LAB/recipes/$recipe/history: $*" >&2
    exit 1
}

# commit_tree <directory> <message> <parent or nothing>: prints the id of the commit.
commit_tree() {
    local tree
    [[ -d $1 ]] || { echo "there is no directory $1" >&2; return 1; }
    rm -f "$GIT_DIR/index"
    # Forced, so that a .gitignore within a recipe keeps nothing of its tree out.
    git --work-tree="$1" -c core.autocrlf=false -c core.fileMode=true add --all --force "$1"
    tree=$(git write-tree)
    git commit-tree ${3:+-p "$3"} -m "$2" "$tree"
}

# commit_patched <directory> <patch> <message> <parent>: as commit_tree, with the patch applied to a copy.
commit_patched() {
    local copy=$GIT_DIR/patched
    rm -rf "$copy"
    cp -R "$1" "$copy"
    (unset GIT_DIR && cd "$copy" && git apply --unsafe-paths --whitespace=nowarn "$2") || return 1
    commit_tree "$copy" "$3" "$4"
    rm -rf "$copy"
}

catalogue_down() {
    rm -rf "$ROOT/.lab"
    say catalogue "removed"
}
