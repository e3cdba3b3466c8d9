# shellcheck shell=bash
# Campaigns: what takes too long for a build, and is run now and then.

CAMPAIGNS=(addresses)

campaign() {
    case ${1:-} in
        addresses) campaign_addresses "${@:2}" ;;
        *) fail "which campaign? bin/lab campaign <$(IFS='|' && echo "${CAMPAIGNS[*]}")> [cycles]: found '${1:-}'." ;;
    esac
}

# campaign_addresses [cycles]: deploys a stack on a shared network and removes it, and counts the addresses that are lost.
campaign_addresses() {
    local cycles=${1:-1000}
    [[ $cycles =~ ^[1-9][0-9]*$ ]] || fail "how many cycles? found '$cycles', expected a number such as 1000."
    locked bring_up
    maven_then_leftovers test -pl harness-core -Dtest=AddressLeakCampaign "-Daddresses.cycles=$cycles"
}
