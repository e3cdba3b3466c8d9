package org.recipeharness.history;

import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.report.model.BudgetProposal;
import org.recipeharness.report.model.BudgetUsed;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.TierResult;

/** How long probes were waited for, and what budgets follow from that. */
final class BudgetQuantiles {

    /** Of fewer, the longest tells little of what is still to come. */
    private static final int LEAST = 5;
    /** The node may be as loaded as never before. */
    private static final int MARGIN = 2;
    /** With one attempt alone there is nothing to wait for. */
    private static final int FEWEST = 2;
    /** The one in a hundred that is longer may be an accident. */
    private static final double QUANTILE = 0.99;

    private final List<Remembered> earlier;

    BudgetQuantiles(List<Remembered> earlier) {
        this.earlier = earlier;
    }

    /** Proposes a budget for each probe that was asked now and often enough before, where it is not what it has. */
    List<BudgetProposal> proposals(RecipeResult now) {
        return now.tiers().stream()
                .flatMap(tier -> tier.readiness().stream().flatMap(used -> proposal(tier, used).stream()))
                .toList();
    }

    private Optional<BudgetProposal> proposal(TierResult tier, BudgetUsed now) {
        List<Duration> waits = Stream.concat(
                        Stream.of(now),
                        earlier.stream()
                                .flatMap(run -> run.tier(tier.tier()).stream())
                                .flatMap(before -> before.readiness().stream())
                                .filter(used -> used.probe().equals(now.probe())))
                .map(BudgetUsed::elapsed)
                .sorted(naturalOrder())
                .toList();
        if (waits.size() < LEAST) {
            return Optional.empty();
        }
        Duration longest = waits.get((int) Math.ceil(QUANTILE * waits.size()) - 1);
        long needed =
                -Math.floorDiv(-longest.toMillis() * MARGIN, now.interval().toMillis());
        int proposed = (int) Math.max(FEWEST, needed);
        return proposed == now.allowed()
                ? Optional.empty()
                : Optional.of(new BudgetProposal(
                        tier.tier(), now.probe(), now.allowed(), proposed, now.interval(), longest, waits.size()));
    }
}
