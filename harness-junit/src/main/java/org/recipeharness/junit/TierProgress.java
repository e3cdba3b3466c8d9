package org.recipeharness.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.report.model.BudgetUsed;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.TierResult;

/** What has come of a tier of a recipe so far. */
final class TierProgress {

    private final String name;
    private final List<Ending> endings = new ArrayList<>();
    private final Set<BudgetUsed> readiness = new LinkedHashSet<>();
    private Optional<Instant> begun = Optional.empty();
    private Duration took = Duration.ZERO;

    TierProgress(String name) {
        this.name = name;
    }

    void note(Ending ending) {
        endings.add(ending);
    }

    void noteReadiness(BudgetUsed use) {
        readiness.add(use);
    }

    /** Learns that one of its classes has come to its end. */
    void ran(Instant from, Instant until) {
        begun = begun.filter(earlier -> earlier.isBefore(from)).or(() -> Optional.of(from));
        took = took.plus(Duration.between(from, until));
    }

    TierOutcome outcome() {
        return TierOutcome.worst(endings.stream().map(Ending::outcome));
    }

    /** What came of it; where nothing of it was heard, what is otherwise known of the recipe says why. */
    TierResult result(Optional<String> whyNothing) {
        TierOutcome outcome = outcome();
        Optional<String> reason = endings.stream()
                .filter(ending -> ending.outcome() == outcome)
                .flatMap(ending -> ending.reason().stream())
                .findFirst();
        return new TierResult(
                name, outcome, endings.isEmpty() ? whyNothing : reason, begun, took, List.copyOf(readiness));
    }
}
