# shellcheck shell=bash
# The image that all others are built from: Debian, as small as apt works in it.

BASE_IMAGE=$IMAGE_NAMESPACE/base:bookworm

# Without perl, which only the usrmerge package would want, and with neither documentation nor translations:
# they go once all is unpacked, because mmdebstrap filters them out so slowly that it takes three times as long.
# Their directories stay: packages such as Java's link into them as they are configured.
BASE_BOOTSTRAP=(
    --variant=apt
    --include=usr-is-merged
    --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr
    --aptopt='APT::Install-Recommends "false"'
    --dpkgopt=force-unsafe-io
    --customize-hook='cd "$1/usr/share" && find doc info locale man ! -type d -delete'
    --customize-hook='printf "path-exclude=/usr/share/%s/*\n" doc info locale man >"$1/etc/dpkg/dpkg.cfg.d/lean"'
    --customize-hook='printf "%s;\n" "Dir::Cache::pkgcache \"\"" "Dir::Cache::srcpkgcache \"\"" "APT::Keep-Downloaded-Packages \"false\"" >"$1/etc/apt/apt.conf.d/lean"'
    --customize-hook='rm -f "$1"/var/cache/apt/*.bin'
    bookworm
)
BASE_IMPORT=(
    --change 'ENV DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8'
    --change 'CMD ["/bin/bash"]'
    --change "LABEL $LAB_LABEL=true"
)

base_source() { printf '%s\n' "${BASE_BOOTSTRAP[@]}" "${BASE_IMPORT[@]}" | digest; }

base_up() {
    local source
    source=$(base_source)
    if [[ $(image_source "$BASE_IMAGE") != "$source" ]]; then
        quietly image "making $BASE_IMAGE" base_make "$source"
    fi
}

base_make() (
    scratch=$(mktemp -d -p "$(roomy_scratch)" recipe-harness-lab.$$.XXXXXX)
    trap 'rm -rf "$scratch"' EXIT
    TMPDIR=$scratch mmdebstrap "${BASE_BOOTSTRAP[@]}" "$scratch/base.tar"
    docker import "${BASE_IMPORT[@]}" --change "LABEL $SOURCE_LABEL=$1" "$scratch/base.tar" "$BASE_IMAGE"
)

# Unpacking thousands of small files is quickest in memory, where there is a gigabyte of it.
roomy_scratch() {
    local free
    free=$(df --output=avail --block-size=1M /dev/shm 2>/dev/null | tail -n 1)
    if ((${free:-0} >= 1024)) && [[ -w /dev/shm ]]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}
