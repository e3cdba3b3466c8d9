# shellcheck shell=bash
# Reading what the harness records of canonicals: JSON, as org.recipeharness.canonical.RecordForm writes it. Nothing here writes one.

CANONICALS=$LAB_STATE/canonicals # a folder a recipe: canonical.json, advance.json while a promotion is under way, snapshots/, lock

# recorded <file> <jq filter on the record>: prints what it gives, a line each.
recorded() { jq --raw-output "def seconds: sub(\"\\\\.[0-9]+\"; \"\"); .record | $2" "$1"; }

# Prints what is wrong with a record; nothing if it is as the harness wrote it.
record_damage() {
    local format
    if ! format=$(jq '.format' "$1" 2>&1); then
        echo "it can't be read (${format#jq: })"
    elif [[ $format != 1 ]]; then
        echo "its format is ${format:-missing}, expected 1"
    elif [[ $(jq --raw-output '.checksum' "$1") != $(record_checksum "$1") ]]; then
        echo "its content is not what its checksum says"
    fi
}

# Of the record as it is without any white space. Control characters are escaped in capitals by Jackson, which jq does not do.
record_checksum() {
    echo "sha256:$(jq --compact-output --join-output '.record' "$1" | sed -E 's/\\u00([01][0-9a-f])/\\u00\U\1/g' | sha256sum | cut -d' ' -f1)"
}

# Prints who holds a recipe's canonical, which the kernel knows: the harness locks the file `lock`, and says beside it who it is.
canonical_holder() {
    local folder=$CANONICALS/$1
    [[ -e $folder/lock ]] || return 1
    awk -v file="$(stat --format %i "$folder/lock")" '{ split($6, place, ":") } place[3] == file { held = 1 } END { exit !held }' /proc/locks || return 1
    cat "$folder/lock.owner" 2>/dev/null || echo "a process that has not said who it is"
}
