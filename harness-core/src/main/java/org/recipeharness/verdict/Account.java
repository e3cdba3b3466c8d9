package org.recipeharness.verdict;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.recipeharness.fault.Party;

/**
 * What an attempt tells of the recipe.
 *
 * @param attempt which
 * @param own its reds that neither follow from others nor come from outside
 * @param external its reds that come from outside
 */
record Account(Attempt attempt, List<Red> own, List<Red> external) {

    static Account of(Attempt attempt) {
        List<Red> roots = attempt.reds().stream().filter(red -> !red.follows()).toList();
        return new Account(
                attempt,
                roots.stream().filter(red -> red.party() != Party.EXTERNAL).toList(),
                roots.stream().filter(red -> red.party() == Party.EXTERNAL).toList());
    }

    boolean isRed() {
        return !own.isEmpty();
    }

    boolean isGreen() {
        return attempt.isGreen();
    }

    /** Whether it says something of the recipe: not where something outside has prevented it, nor where evidence is missing. */
    boolean tells() {
        return isRed() || isGreen();
    }

    boolean has(Party party) {
        return own.stream().anyMatch(red -> red.party() == party);
    }

    Set<Cause> causes() {
        return own.stream().map(red -> Cause.of(red.cause())).collect(Collectors.toSet());
    }

    Set<String> tests() {
        return own.stream().map(Red::test).collect(Collectors.toSet());
    }

    String name() {
        return attempt.number() == 0 ? "in the sweep" : "alone, " + attempt.number();
    }
}
