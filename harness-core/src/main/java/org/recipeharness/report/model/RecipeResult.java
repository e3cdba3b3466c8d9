package org.recipeharness.report.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.Measured;

/**
 * What came of a recipe in a run of many.
 *
 * @param recipe its name
 * @param testClass the test class, by its whole name
 * @param head which version was tested; empty where it came to none
 * @param tiers its tiers in the order of its life
 * @param reds its red tests in the order in which they ended
 * @param tests how many tests were to run, and did
 * @param took how long; zero where it has not begun
 * @param command what repeats it, for a shell
 * @param lastGood its canonical; empty where it has none
 * @param imposed the load that the experiment has put on it, such as {@code pause:70s}; empty for none
 * @param coverage how much of its data was checked
 * @param measured what the machine was like meanwhile; empty where nothing was measured
 * @param judged its re-runs and whose the fault is; empty for a green one, and where it was not run again
 * @param past what is known of it from earlier runs; empty where there is no history
 * @param remarks what else is to be told, a line each
 */
public record RecipeResult(
        String recipe,
        String testClass,
        Optional<Head> head,
        List<TierResult> tiers,
        List<RedCause> reds,
        TestCount tests,
        Duration took,
        String command,
        Optional<LastGood> lastGood,
        Optional<String> imposed,
        DataCoverage coverage,
        Optional<Measured> measured,
        Optional<Judged> judged,
        Optional<Past> past,
        List<String> remarks) {

    public RecipeResult {
        tiers = List.copyOf(tiers);
        reds = List.copyOf(reds);
        remarks = List.copyOf(remarks);
    }

    /**
     * Tells what came of it as a whole.
     *
     * @return the outcome that weighs most; not run, where nothing is red but a part is missing
     */
    public TierOutcome outcome() {
        TierOutcome worst = TierOutcome.worst(Stream.concat(
                reds.stream().map(RedCause::outcome), tiers.stream().map(TierResult::outcome)));
        return worst.isRed() || tests.missing().isEmpty() ? worst : TierOutcome.NOT_RUN;
    }

    /**
     * Adds what is known from earlier runs.
     *
     * @param known that
     * @return the same with it
     */
    public RecipeResult withPast(Past known) {
        return new RecipeResult(
                recipe,
                testClass,
                head,
                tiers,
                reds,
                tests,
                took,
                command,
                lastGood,
                imposed,
                coverage,
                measured,
                judged,
                Optional.of(known),
                remarks);
    }

    /**
     * Tells whether it did nothing, as an earlier run's word holds.
     *
     * @return true where nothing has changed since; a red one is not worth another run either
     */
    public boolean isRecalled() {
        return past.flatMap(Past::recalled).isPresent();
    }

    /**
     * Determine if the run proves that a backup of the version restores all of its data.
     *
     * @return true if the restore tier has passed and no data was found that it does not cover
     */
    public boolean provesRestore() {
        return coverage.complete()
                && tier("restore")
                        .filter(tier -> tier.outcome() == TierOutcome.PASSED)
                        .isPresent();
    }

    public Optional<TierResult> tier(String name) {
        return tiers.stream().filter(tier -> tier.tier().equals(name)).findFirst();
    }

    /**
     * Gives the test class without its package.
     *
     * @return such as {@code MumbleTest}
     */
    public String simpleClass() {
        return testClass.substring(testClass.lastIndexOf('.') + 1);
    }
}
