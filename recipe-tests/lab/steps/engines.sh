# shellcheck shell=bash
# Docker engines of other versions, of Debian's packages: unpacked into the lab's state, not installed. The machine's apt knows the mirror.

ENGINES=$LAB_STATE/engines # a folder an engine, as unpacked
ENGINE_NAMES=(20.10 26 28 28-containerd)

engine_must_be_known() {
    [[ -n $1 && " ${ENGINE_NAMES[*]} " == *" $1 "* ]] || fail "there is no engine '$1'. The lab has: ${ENGINE_NAMES[*]}."
}

# engine_release <name>: the version that its packages have to be of. 28-containerd is 28 with other settings.
engine_release() { echo "${1%-containerd}"; }

engine_folder() { echo "$ENGINES/$(engine_release "$1")"; }

# The suite of Debian that has the version.
engine_suite() {
    case $(engine_release "$1") in
        20.10) echo bookworm ;;
        26) echo trixie ;;
        28) echo sid ;;
    esac
}

# Their runc is the machine's, as that of a later Debian needs a later C library; iptables and ip are the machine's too.
engine_missing_packages() {
    local program
    for program in runc iptables; do PATH=$PATH:/usr/sbin:/sbin command -v "$program" >/dev/null || echo "$program"; done
    PATH=$PATH:/usr/sbin:/sbin command -v ip >/dev/null || echo iproute2
}

engine_unpacked() {
    local folder
    folder=$(engine_folder "$1")
    [[ -e $folder ]] || quietly engine "unpacking Docker $(engine_release "$1") of Debian $(engine_suite "$1")" engine_unpack "$1" "$folder"
}

# engine_unpack <name> <folder>: the folder appears whole or not at all.
engine_unpack() (
    release=$(engine_release "$1") suite=$(engine_suite "$1") scratch=$2.new
    rm -rf "$scratch"
    mkdir -p "$scratch"/apt/{lists,cache/archives}/partial
    packages=("docker.io/$suite" "containerd/$suite" "tini/$suite")
    # The package docker.io of 20.10 has the command line within.
    [[ $release == 20.10 ]] || packages+=("docker-cli/$suite")
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_mirror) $suite main" >"$scratch/apt/sources.list"
    options=(-q -o "Dir::Etc::SourceList=$scratch/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o "Dir::State::Lists=$scratch/apt/lists"
        -o "Dir::Cache=$scratch/apt/cache" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" update
    cd "$scratch/apt/cache"
    apt-get "${options[@]}" download "${packages[@]}"
    for package in *.deb; do dpkg-deb --extract "$package" "$scratch"; done
    rm -rf "$scratch/apt"
    version=$("$scratch/usr/sbin/dockerd" --version)
    if [[ $version != "Docker version $release."* ]]; then
        echo "Debian $suite has '$version' by now, expected $release. Change engine_suite in recipe-tests/lab/steps/engines.sh." >&2
        exit 1
    fi
    rm -rf "$2"
    mv "$scratch" "$2"
)

# The address that the machine's apt has Debian's packages from.
debian_mirror() {
    local mirror
    # shellcheck disable=SC2016 # apt replaces these, not the shell
    mirror=$(apt-get indextargets --format '$(ORIGIN)/$(LABEL) $(REPO_URI)' 'Created-By: Packages' | sed -n 's|^Debian/Debian ||p' | head -n 1)
    [[ -n $mirror ]] || { echo "apt knows no mirror of Debian's packages. Expected one in /etc/apt/sources.list.d; 'apt-get update' may be needed." >&2; return 1; }
    echo "$mirror"
}

engines_down() {
    [[ -e $ENGINES ]] || return 0
    rm -rf "$ENGINES"
    say engines "removed the unpacked ones"
}
