package org.recipeharness.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.PastOutcome;
import org.recipeharness.report.model.PastVersion;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.TierResult;

/**
 * What came of a recipe in a run that is in the history.
 *
 * @param run the run's number
 * @param started when that began
 * @param head which version was tested; empty where it came to none
 * @param outcome what came of it
 * @param took how long
 * @param missing of how many of its tests nothing was heard
 * @param verdict the word for whose the fault is; empty where nobody said
 * @param tiers its tiers, with the budgets that were used
 * @param reds its red tests, without their pages
 * @param identity what else the result depends on; empty where that was not told
 */
public record Remembered(
        long run,
        Instant started,
        Optional<Head> head,
        TierOutcome outcome,
        Duration took,
        int missing,
        Optional<String> verdict,
        List<TierResult> tiers,
        List<RedCause> reds,
        Optional<Identity> identity) {

    public Remembered {
        tiers = List.copyOf(tiers);
        reds = List.copyOf(reds);
    }

    boolean isGreen() {
        return outcome == TierOutcome.PASSED;
    }

    Optional<TierResult> tier(String name) {
        return tiers.stream().filter(tier -> tier.tier().equals(name)).findFirst();
    }

    PastOutcome told() {
        return new PastOutcome(run, started, outcome, took);
    }

    Optional<PastVersion> version() {
        return head.map(version -> new PastVersion(run, started, version));
    }
}
