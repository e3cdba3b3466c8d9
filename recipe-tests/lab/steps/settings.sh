# shellcheck shell=bash
# The settings that lead the harness to the lab. A file that someone else wrote is theirs.

SETTINGS=$ROOT/harness.properties
SETTINGS_MARK='# Made by bin/lab, which rewrites it. Take this line out to make the file yours.'

# As a URL, because that is what the harness would be given for a catalogue on a forge.
catalogue_url() {
    local path=${CATALOGUE//%/%25}
    echo "file:${path// /%20}"
}

settings_are_made() { [[ $(head -n 1 "$SETTINGS" 2>/dev/null) == "$SETTINGS_MARK" ]]; }

settings_up() {
    if [[ -e $SETTINGS ]] && ! settings_are_made; then
        say settings "harness.properties is not the lab's, left alone. The lab's catalogue would be $(catalogue_url)"
        return
    fi
    cat >"$SETTINGS" <<SETTINGS
$SETTINGS_MARK
harness.catalogue=$(catalogue_url)
harness.cache=$ROOT/.lab/cache
harness.restic-image=$IMAGE_NAMESPACE/$RESTIC_IMAGE
harness.neighbour-image=$BASE_IMAGE
harness.canonicals=$CANONICALS
harness.history=$LAB_STATE/history.db
harness.live-warm=$(IFS=, && echo "${LIVE_WARM[*]}")
$(ingress_settings)
SETTINGS
    say settings "harness.properties"
}

settings_down() {
    rm -f "$LAB_STATE/history.db" "$LAB_STATE/history.db-journal"
    ! settings_are_made || rm "$SETTINGS"
}

# catalogue_is_own [maven args...]: whether the harness will look for recipes in the lab's catalogue.
catalogue_is_own() {
    [[ " $* " != *' -Dharness.catalogue='* ]] || return 1
    [[ ! -e $SETTINGS ]] || grep -qxF "harness.catalogue=$(catalogue_url)" "$SETTINGS"
}
