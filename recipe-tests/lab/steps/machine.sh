# shellcheck shell=bash
# The Debian packages that the lab and the build need.

# The JDK is recognised by its release file, because asking `javac -version` costs half a second.
jdk_is_17_or_newer() {
    local version
    [[ -x $1/bin/javac && -r $1/release ]] || return 1
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    ((${version:-0} >= 17))
}

# Prints the home of the JDK to build with: JAVA_HOME, else the one on the PATH, else any installed one.
find_jdk() {
    local home on_path
    on_path=$(readlink -f "$(command -v javac || true)" || true)
    for home in "${JAVA_HOME:-}" "${on_path%/bin/javac}" /usr/lib/jvm/*; do
        if [[ -n $home ]] && jdk_is_17_or_newer "$home"; then
            echo "$home"
            return
        fi
    done
    return 1
}

missing_packages() {
    find_jdk >/dev/null || echo openjdk-17-jdk-headless
    command -v mvn >/dev/null || echo maven
    command -v git >/dev/null || echo git
    command -v jq >/dev/null || echo jq
    command -v openssl >/dev/null || echo openssl
    command -v mmdebstrap >/dev/null || echo mmdebstrap
    command -v docker-registry >/dev/null || echo docker-registry
    grep -qx httpd <<<"$(busybox --list 2>/dev/null)" || echo busybox
    [[ -e /etc/ssl/certs/ca-certificates.crt ]] || echo ca-certificates
    if ! command -v docker >/dev/null || { ! engine_answers && ! dockerd_command >/dev/null; }; then
        echo docker.io
        # Only recommended by docker.io, but on a kernel with AppArmor no container starts without it.
        [[ $(cat /sys/module/apparmor/parameters/enabled 2>/dev/null) != Y ]] || echo apparmor
    fi
}

install_packages() {
    apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"
    [[ " $* " != *' docker-registry '* ]] || registry_service_off
}

# The package would serve all the world on port 5000 from now on. Only its program is wanted.
registry_service_off() {
    invoke-rc.d docker-registry stop || true
    update-rc.d docker-registry disable
}

# machine_up [function]: what the lab and the build need, and the packages that the function prints.
machine_up() {
    local missing also=${1:-:}
    mapfile -t missing < <(missing_packages && "$also")
    if ((${#missing[@]} == 0)); then
        say packages "all there"
        return
    fi
    ((EUID == 0)) || fail "packages are missing and only root can install them: ${missing[*]}. Run 'apt-get install ${missing[*]}' as root, then bin/lab again."
    grep -qs '^ID=debian' /etc/os-release ||
        fail "packages are missing and this is no Debian, so you have to install what it calls these: ${missing[*]}."
    # A package that is being installed is finished, however long that takes.
    INTERRUPT_LIMIT=600 quietly packages "installing ${missing[*]}" install_packages "${missing[@]}"
    hash -r
    mapfile -t missing < <(missing_packages && "$also")
    ((${#missing[@]} == 0)) || fail "what these packages should bring is not there, although they were installed just now: ${missing[*]}. The log: $LAB_LOG"
}
