package org.recipeharness.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicNode;
import org.recipeharness.sweep.AloneRuns;
import org.recipeharness.verdict.Repeats;

/**
 * The red recipes of a run, to be run again.
 *
 * @param sweep what has followed the run
 * @param deadline how long a run may go on beginning with something
 * @param repeats how often each is run again
 * @param bisects whether the first bad commit of each is looked for
 * @param runs how it is done
 */
record Reruns(SweepRecorder sweep, Duration deadline, Repeats repeats, boolean bisects, AloneRuns runs) {

    /** A container for each red recipe, or one test that tells why there is none. */
    Stream<DynamicNode> nodes() {
        List<RedRecipe> red = sweep.red();
        if (repeats.least() == 0) {
            return Stream.of(none(red.size() + " red recipes, none run again: harness.reruns says so"));
        }
        // Wrong settings of the run are red in its classes, and would be green alone.
        sweep.requireChecked();
        List<String> toCome = sweep.toCome();
        if (!toCome.isEmpty()) {
            throw new IllegalStateException("Running red recipes again: found " + String.join(", ", toCome)
                    + " still to come, expected none. Let this class run last: set"
                    + " junit.jupiter.testclass.order.default=" + RerunsLast.class.getName()
                    + " in junit-platform.properties");
        }
        begin();
        return red.isEmpty()
                ? Stream.of(none("no recipe is red"))
                : red.stream().map(each -> dynamicContainer(each.name() + ", alone", attempts(each)));
    }

    private static DynamicNode none(String why) {
        return dynamicTest(why, () -> {});
    }

    private void begin() {
        try {
            runs.begin();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Running red recipes again: the results of earlier re-runs in " + runs.folder()
                            + " can't be removed",
                    e);
        }
    }

    /** One after the other: JUnit asks for the next when it has run the one before. */
    private Stream<DynamicNode> attempts(RedRecipe red) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new RerunSteps(this, red), Spliterator.ORDERED), false);
    }

    /** Whether it is too late to begin with anything. */
    boolean isTooLate() {
        return sweep.isBehind(deadline);
    }
}
