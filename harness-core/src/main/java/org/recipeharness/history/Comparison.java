package org.recipeharness.history;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.report.model.BudgetUsed;
import org.recipeharness.report.model.Change;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.TierResult;
import org.recipeharness.report.model.Took;

/** A result beside those of earlier runs. */
final class Comparison {

    /** A machine's good and bad days differ by less than half. */
    private static final double SLOWER = 1.5;
    /** What takes a second may take three without anybody noticing. */
    private static final Duration NOTICED = Duration.ofSeconds(5);
    /** Enough for one outlier to change no median, and few enough to follow a new version. */
    private static final int NEWEST = 10;
    /** Of two nobody knows which is the usual one. */
    private static final int LEAST = 3;
    /** Behind that, a slightly slower night makes it red. */
    private static final double NEARLY = 0.8;

    private static final double MILLIS = 1000;
    private static final int PERCENT = 100;

    private final List<Remembered> earlier;

    /** Takes earlier results of the same, the newest first. */
    Comparison(List<Remembered> earlier) {
        this.earlier = earlier;
    }

    /** Tells what is not as it was; nothing of what has not run or not ended. */
    List<Change> changes(RecipeResult now) {
        if (now.outcome() == TierOutcome.NOT_RUN || now.took().isZero()) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        outcome(now).ifPresent(changes::add);
        now.tiers().forEach(tier -> slower(tier).ifPresent(changes::add));
        now.tiers().forEach(tier -> nearlyUsed(tier).forEach(changes::add));
        return changes;
    }

    private Optional<Change> outcome(RecipeResult now) {
        if (earlier.isEmpty()) {
            return Optional.of(new Change(Change.Kind.FIRST_SEEN, "nothing is known of before"));
        }
        Remembered before = earlier.get(0);
        if (!now.outcome().isRed()) {
            return before.outcome().isRed() && now.outcome() == TierOutcome.PASSED
                    ? Optional.of(new Change(
                            Change.Kind.GREEN_AGAIN,
                            "it was " + before.outcome().word() + " since " + redSince()))
                    : Optional.empty();
        }
        return Optional.of(
                before.outcome().isRed()
                        ? new Change(Change.Kind.STILL_RED, "since " + redSince())
                        : new Change(Change.Kind.NEWLY_RED, newlyRed(now, before)));
    }

    private static String newlyRed(RecipeResult now, Remembered before) {
        String was = before.outcome().word() + " in " + named(before)
                + before.head().map(head -> " at " + head.ref()).orElse("");
        boolean same = now.head().isPresent() && before.head().equals(now.head());
        return "it was " + was + (same ? ", the same commit" : "");
    }

    /** The first of the red runs that lead up to now. */
    private String redSince() {
        Remembered first = earlier.get(0);
        for (Remembered each : earlier) {
            if (!each.outcome().isRed()) {
                return named(first);
            }
            first = each;
        }
        return named(first) + " or longer";
    }

    private static String named(Remembered run) {
        return "run " + run.run() + " of " + Took.at(run.started());
    }

    private Optional<Change> slower(TierResult now) {
        if (now.outcome() != TierOutcome.PASSED) {
            return Optional.empty();
        }
        List<Duration> usual = earlier.stream()
                .flatMap(run -> run.tier(now.tier()).stream())
                .filter(tier -> tier.outcome() == TierOutcome.PASSED)
                .limit(NEWEST)
                .map(TierResult::took)
                .sorted(naturalOrder())
                .toList();
        if (usual.size() < LEAST) {
            return Optional.empty();
        }
        Duration median = usual.get(usual.size() / 2);
        boolean slower =
                now.took().toMillis() > SLOWER * median.toMillis() && now.took().compareTo(median.plus(NOTICED)) > 0;
        return slower
                ? Optional.of(new Change(
                        Change.Kind.SLOWER,
                        now.tier() + " took " + seconds(now.took()) + ", usually " + seconds(median)))
                : Optional.empty();
    }

    private static Stream<Change> nearlyUsed(TierResult now) {
        return now.readiness().stream()
                .filter(used -> used.share() >= NEARLY)
                .map(used -> new Change(Change.Kind.BUDGET_NEARLY_USED, now.tier() + ": " + told(used)));
    }

    private static String told(BudgetUsed used) {
        return used.probe() + " " + Math.round(used.share() * PERCENT) + " % (" + seconds(used.elapsed()) + " of "
                + seconds(used.interval().multipliedBy(used.allowed())) + ")";
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / MILLIS);
    }
}
