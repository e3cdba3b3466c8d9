package org.recipeharness.report.model;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a recipe from earlier runs.
 *
 * @param changes what is not as it was; empty as long as it has not ended, too
 * @param outcomes what came of it before, the oldest first
 * @param restoreProved the version whose backup was proved to be restorable last, before this run; empty for never
 * @param lastGreen the version that was green as a whole last, before this run; empty for none that is known
 * @param suspects the commits since then, of a red one; empty where there is nothing to suspect
 * @param firstBad the commit that has made it red, where that was looked for and found
 * @param proposals budgets that earlier runs speak for
 * @param recalled the run in whose place this one did nothing; empty where it has run
 */
public record Past(
        List<Change> changes,
        List<PastOutcome> outcomes,
        Optional<PastVersion> restoreProved,
        Optional<PastVersion> lastGreen,
        Optional<Suspects> suspects,
        Optional<Suspect> firstBad,
        List<BudgetProposal> proposals,
        Optional<Recalled> recalled) {

    public Past {
        changes = List.copyOf(changes);
        outcomes = List.copyOf(outcomes);
        proposals = List.copyOf(proposals);
    }

    /**
     * Adds the commits that are suspected.
     *
     * @param found those since the last green one
     * @return the same with them
     */
    public Past withSuspects(Suspects found) {
        return new Past(changes, outcomes, restoreProved, lastGreen, Optional.of(found), firstBad, proposals, recalled);
    }

    /**
     * Adds the commit that has made it red.
     *
     * @param found which
     * @return the same with it
     */
    public Past withFirstBad(Suspect found) {
        return new Past(changes, outcomes, restoreProved, lastGreen, suspects, Optional.of(found), proposals, recalled);
    }

    /**
     * Adds the run in whose place this one did nothing.
     *
     * @param run which
     * @return the same with it
     */
    public Past recalling(Recalled run) {
        return new Past(changes, outcomes, restoreProved, lastGreen, suspects, firstBad, proposals, Optional.of(run));
    }
}
