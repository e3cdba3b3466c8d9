# shellcheck shell=bash
# The night's sweep over the whole catalogue, on the lab: what must come of it is known, recipe by recipe.

SWEEP_BOOK=$LAB/sweep-book.psv
SWEEP_RESULTS=$ROOT/recipe-tests/target/harness-report/results.json

# The incident book's row 5: its server stands still for longer than the budget of that day, as on a loaded node. Alone it does not.
SWEEP_LOAD=(-Dharness.load=mumble/pause:70s -Dharness.budget.handshake=12x5s)

# Its tests are red where the book says so, and so is Maven. What decides is whether it is as the book says.
sweep() {
    local status=0 differs=0 canonicals
    lab_up
    canonicals=$(canonical_refs)
    rm -f "$SWEEP_RESULTS"
    maven test -Dgroups=recipe "${SWEEP_LOAD[@]}" "$@" || status=$?
    [[ -e $SWEEP_RESULTS ]] || fail "the sweep has left no $SWEEP_RESULTS, and Maven has ended with $status."
    sweep_told "$canonicals" >"$LAB_STATE/sweep.psv"
    diff --label "expected: ${SWEEP_BOOK#"$ROOT/"}" --label 'seen in this sweep' --unified <(grep -v '^#' "$SWEEP_BOOK" | without_padding) "$LAB_STATE/sweep.psv" || differs=1
    leftovers_are_none "$@" || exit 1
    ((differs == 0)) || fail "the sweep is not as the book says, see above. The report: $(dirname "$SWEEP_RESULTS")/index.html"
    ((status != 0)) || fail "Maven has ended well, though recipes are red."
    say sweep "as the book says: $(($(wc -l <"$LAB_STATE/sweep.psv") - 1)) recipes. The report: $(dirname "$SWEEP_RESULTS")/index.html"
}

without_padding() { sed -E 's/ *\| */ | /g; s/ +$//'; }

# The canonicals' versions by recipe, as JSON; an earlier sweep may have left them.
canonical_refs() {
    local file
    for file in "$CANONICALS"/*/canonical.json; do
        [[ ! -e $file ]] || jq --arg recipe "$(basename "$(dirname "$file")")" '{($recipe): .record.current.ref}' "$file"
    done | jq --slurp 'add // {}'
}

# sweep_told <canonicals before>: a line a recipe, as in the book: what each tier has come to, whose the fault is, and what is its
# canonical now, where it was promoted; where it was not, nothing may have changed.
sweep_told() {
    jq --raw-output --argjson before "$1" '
        ["install", "upgrade", "backup", "restore", "custom", "drill", "reattach", "promote"] as $tiers
        | (["recipe"] + $tiers + ["verdict", "canonical"]),
          (.recipes | sort_by(.recipe)[] | . as $recipe
            | [.recipe]
              + ($tiers | map(. as $tier | ($recipe.tiers[] | select(.tier == $tier) | .outcome) // "none"))
              + [.verdict.kind // "none", if any(.tiers[]; .tier == "promote" and .outcome == "passed") then .canonical.ref
                 elif .canonical.ref == $before[.recipe] then "as before"
                 else "now \(.canonical.ref)" end])
        | join(" | ")' "$SWEEP_RESULTS"
}
