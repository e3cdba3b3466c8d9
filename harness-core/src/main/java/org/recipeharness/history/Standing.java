package org.recipeharness.history;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.report.model.Recalled;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.Took;
import org.recipeharness.verdict.Verdict;

/** Whether the newest result of a recipe still says what another run would. */
public sealed interface Standing {

    /**
     * Another run may come to something else.
     *
     * @param why one line
     */
    record Open(String why) implements Standing {}

    /**
     * All is as it was, and it was green.
     *
     * @param recalled the run whose word holds
     */
    record Green(Recalled recalled) implements Standing {}

    /**
     * All is as it was, and it was red by what has not changed.
     *
     * @param recalled the run whose word holds
     */
    record Red(Recalled recalled) implements Standing {}

    /** What a red that nothing outside of recipe and tests can end is called. */
    Set<String> LASTING = Stream.of(Verdict.Kind.values())
            .filter(Verdict.Kind::lasts)
            .map(Verdict.Kind::word)
            .collect(Collectors.toSet());

    /**
     * Compares the newest run with what there is now.
     *
     * @param newest the newest run that was held to the same; empty for none
     * @param commit the recipe's commit now; empty where that can't be told, or files may have changed without one
     * @param harness the hash of harness, test class and settings now; empty where that can't be told
     * @param imageIds gives images by name the ids that they have on the node now; asked only where all else is the same
     * @return what follows
     */
    static Standing of(
            Optional<Remembered> newest,
            Optional<String> commit,
            Optional<String> harness,
            UnaryOperator<Map<String, String>> imageIds) {
        if (newest.isEmpty()) {
            return new Open("no earlier run of it is known");
        }
        Remembered run = newest.get();
        if (run.missing() > 0) {
            return new Open("run " + run.run() + " was incomplete");
        }
        if (run.head().isEmpty() || run.head().get().dirty() || commit.isEmpty()) {
            return new Open("there is no commit that would tell");
        }
        if (!run.head().get().commit().equals(commit.get())) {
            return new Open("its commit was " + run.head().get().commit() + " in run " + run.run() + ", and is "
                    + commit.get());
        }
        if (run.identity().isEmpty() || !run.identity().map(Identity::harness).equals(harness)) {
            return new Open("the harness, the test class or the settings have changed since run " + run.run());
        }
        Optional<String> changed = changed(run.identity().get().images(), imageIds);
        return changed.isPresent()
                ? new Open("the image " + changed.get() + " is not that of run " + run.run())
                : ofUnchanged(run);
    }

    private static Optional<String> changed(Map<String, String> then, UnaryOperator<Map<String, String>> imageIds) {
        Map<String, String> now = imageIds.apply(then);
        return then.keySet().stream()
                .filter(image -> then.getOrDefault(image, "").isEmpty()
                        || !then.getOrDefault(image, "").equals(now.get(image)))
                .sorted()
                .findFirst();
    }

    private static Standing ofUnchanged(Remembered run) {
        String when = Took.at(run.started()) + " (run " + run.run() + ")";
        if (run.outcome() == TierOutcome.PASSED) {
            return new Green(new Recalled(run.run(), run.started(), "unchanged since " + when + ": passed"));
        }
        Optional<String> lasting = run.verdict().filter(LASTING::contains);
        if (!run.outcome().isRed() || lasting.isEmpty()) {
            return new Open("it was " + run.outcome().word() + " in run " + run.run()
                    + run.verdict().map(word -> ", " + word).orElse("") + ", which another run may change");
        }
        String cause = run.reds().stream().findFirst().map(RedCause::cause).orElse("no cause was told");
        return new Red(new Recalled(
                run.run(),
                run.started(),
                "red as on " + when + ", nothing has changed: " + lasting.get() + ": " + cause));
    }
}
