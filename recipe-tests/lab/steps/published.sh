# shellcheck shell=bash
# The lab as a user would have it on the net: the images in a real registry, the recipes on a git server, both over http.
# An engine trusts registries on the loopback address without TLS. A pull is real, as the node has no image of such a name.

PUBLISHED=$LAB_STATE/published
REGISTRY=registry
GIT_SERVER=git

published_up() {
    registry_up
    git_server_up
    local recipe image
    for image in $(images_of "$@"); do image_is_gone "$image" || image_publish "$image"; done
    for recipe in "$@"; do recipe_publish "$recipe"; done
    say published "recipes at $(published_catalogue), images at $(registry_name)"
}

registry_name() { echo "127.0.0.1:$(server_port $REGISTRY)"; }

published_catalogue() { echo "http://127.0.0.1:$(server_port $GIT_SERVER)/cgi-bin/catalogue"; }

# What leads the harness there, as arguments for maven.
published_settings() {
    printf '%s\n' "-Dharness.catalogue=$(published_catalogue)" "-Dharness.cache=$PUBLISHED/cache"
    ingress_settings | sed 's/^/-D/'
}

registry_up() {
    local port
    if own_process $REGISTRY docker-registry >/dev/null; then return; fi
    port=$(free_port $REGISTRY)
    mkdir -p "$PUBLISHED"
    cat >"$PUBLISHED/registry.yml" <<REGISTRY
version: 0.1
storage:
  filesystem:
    rootdirectory: $PUBLISHED/images
http:
  addr: 127.0.0.1:$port
REGISTRY
    server_start $REGISTRY "$port" docker-registry serve "$PUBLISHED/registry.yml"
}

git_server_up() {
    local port cgi=$PUBLISHED/www/cgi-bin
    if own_process $GIT_SERVER busybox >/dev/null; then return; fi
    port=$(free_port $GIT_SERVER)
    mkdir -p "$cgi"
    cat >"$cgi/catalogue" <<CGI
#!/bin/sh
export GIT_PROJECT_ROOT='$PUBLISHED/catalogue' GIT_HTTP_EXPORT_ALL=1
exec git http-backend
CGI
    chmod +x "$cgi/catalogue"
    server_start $GIT_SERVER "$port" busybox httpd -f -p "127.0.0.1:$port" -h "$PUBLISHED/www"
}

# image_publish <name:tag>: unless the registry has that very image already.
image_publish() {
    local image published id record=$PUBLISHED/pushed/$1
    image=$IMAGE_NAMESPACE/$1
    published=$(registry_name)/$1
    id=$(docker image inspect --format '{{.Id}}' "$image")
    [[ $(cat "$record" 2>/dev/null) != "$published $id" ]] || return 0
    quietly publish "pushing $published" image_push "$image" "$published"
    mkdir -p "$(dirname "$record")"
    echo "$published $id" >"$record"
}

image_push() { docker tag "$1" "$2" && docker push --quiet "$2" && docker image rm "$2"; }

# recipe_publish <recipe>: the lab's recipe, with its images named as the registry has them.
recipe_publish() {
    local trees=$PUBLISHED/recipes
    rm -rf "${trees:?}/$1"
    mkdir -p "$trees"
    cp -R "$LAB/recipes/$1" "$trees/$1"
    find "$trees/$1" -name 'compose*.yml' -exec \
        sed -i -E "s|^( *image: *[\"']?)$IMAGE_NAMESPACE/|\1$(registry_name)/|" {} +
    mkdir -p "$PUBLISHED/catalogue"
    CATALOGUE=$PUBLISHED/catalogue RECIPE_TREES=$trees repository_up "$1"
}

published_down() {
    server_down $GIT_SERVER busybox
    server_down $REGISTRY docker-registry
    rm -rf "$PUBLISHED"
}

# What was pulled from the registry, whichever port it had then: a tag, or a digest where a task has pulled it.
published_images_down() {
    local pulled
    mapfile -t pulled < <(docker image ls --filter "label=$LAB_LABEL=true" --digests --format '{{.Repository}} {{.Tag}} {{.Digest}}' |
        awk '$1 ~ /^127\.0\.0\.1:/ { print $1 ($2 == "<none>" ? "@" $3 : ":" $2) }')
    ((${#pulled[@]} == 0)) || quietly images "removing ${pulled[*]}" docker image rm "${pulled[@]}"
}
