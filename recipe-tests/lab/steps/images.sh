# shellcheck shell=bash
# The images of the chosen recipes, each built from recipe-tests/lab/images/<name>, with the tag as its VERSION.

# An image carries the digest of what it was built from, and is built again when that differs.
SOURCE_LABEL=$LAB_LABEL.source

# What no recipe names: the harness runs the one over the volumes of any, and the other is the ingress of all.
RESTIC_IMAGE=restic:0.14.0
HARNESS_IMAGES=("$RESTIC_IMAGE" haproxy:2.6.12)

DEPENDENCY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.6.1

digest() { sha256sum | cut -c1-16; }

# digest_of <directory>: names, contents and executable bits of its files.
digest_of() {
    (
        cd "$1"
        find . -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum
        find . -type f -perm -u+x | LC_ALL=C sort
    ) | digest
}

image_source() { docker image inspect --format "{{index .Config.Labels \"$SOURCE_LABEL\"}}" "$1" 2>/dev/null || true; }

images_up() {
    local wanted=("${HARNESS_IMAGES[@]}") image
    while read -r image; do image_is_gone "$image" || wanted+=("$image"); done < <(images_of "$@")
    base_up
    for image in "${wanted[@]}"; do image_up "$image"; done
    say images "${wanted[*]}"
}

# Tags that are to be missing, as it happens on public registries: images/<name>/gone lists them.
image_is_gone() { grep -qsxF "${1##*:}" "$LAB/images/${1%%:*}/gone"; }

# The lab's own image that one is built from, by its full name; where it is built in stages, that of the first one.
parent_of() { awk '/^FROM / { print $2; exit }' "$LAB/images/${1%%:*}/Dockerfile"; }

image_up() {
    local directory=$LAB/images/${1%%:*} image=$IMAGE_NAMESPACE/$1 source parent
    [[ -f $directory/Dockerfile ]] || fail "a recipe's compose file names the image $image, but there is no $directory/Dockerfile to build it from."
    parent=$(parent_of "$1")
    [[ $parent == "$BASE_IMAGE" ]] || image_up "${parent#"$IMAGE_NAMESPACE/"}"
    source=$({ digest_of "$directory" && docker image inspect --format '{{.Id}}' "$parent"; } | digest)
    if [[ $(image_source "$image") != "$source" ]]; then
        quietly image "building $image" image_build "$image" "$source" "$directory"
    fi
}

# image_build <image> <source> <directory>
image_build() (
    context=$3
    if [[ -f $3/maven || -f $3/package-lock.json ]]; then
        context=$(mktemp -d -t recipe-harness-lab.$$.XXXXXX)
        trap 'rm -rf "$context"' EXIT
        cp -R "$3/." "$context"
        [[ ! -f $3/maven ]] || maven_files_into "$context"
        # npm runs in the build, as what it compiles is for the image; it has to trust whom the machine does.
        [[ ! -f $3/package-lock.json ]] || cp /etc/ssl/certs/ca-certificates.crt "$context/authorities.pem"
    fi
    # With the engine's own builder: Debian's docker has no buildx.
    DOCKER_BUILDKIT=0 docker build --force-rm --tag "$1" --build-arg VERSION="${1##*:}" \
        --label "$LAB_LABEL=true" --label "$SOURCE_LABEL=$2" "$context" &&
        docker image prune --force --filter "label=$LAB_LABEL=true"
)

# What its file `maven` lists as <group>:<artifact>:<version>:<type> comes beside the Dockerfile, as <artifact>.<type>.
maven_files_into() {
    local artifact
    JAVA_HOME=$(find_jdk)
    export JAVA_HOME
    # In a directory without a project, so that the machine's settings alone tell where from.
    while read -r artifact; do
        (cd "$1" && mvn -B -q "$DEPENDENCY_PLUGIN:copy" "-Dartifact=$artifact" "-DoutputDirectory=$1" -Dmdep.stripVersion=true </dev/null)
    done <"$1/maven"
}

images_down() {
    local made
    mapfile -t made < <(docker image ls --filter "label=$LAB_LABEL=true" --format '{{.Repository}}:{{.Tag}}' | grep "^$IMAGE_NAMESPACE/" | sort)
    if ((${#made[@]})); then
        quietly images "removing ${made[*]}" docker image rm "${made[@]}"
    fi
    docker image prune --force --filter "label=$LAB_LABEL=true" >>"$LAB_LOG"
}
