package org.recipeharness.junit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.TestReporter;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.BudgetUse;
import org.recipeharness.report.model.BudgetUsed;

/** How the use of a budget comes from a test to whoever follows the run: a report entry, as a line and as values. */
final class BudgetEntry {

    private static final String TEXT = "readiness";
    private static final String PROBE = "readiness-probe";
    private static final String BUDGET = "readiness-budget";
    private static final String ATTEMPTS = "readiness-attempts";
    private static final String ELAPSED = "readiness-elapsed";

    private BudgetEntry() {}

    static void publish(BudgetUse use, TestReporter reporter) {
        var entry = new LinkedHashMap<String, String>();
        entry.put(TEXT, use.toString());
        entry.put(PROBE, use.probe());
        entry.put(BUDGET, use.budget().toString());
        entry.put(ATTEMPTS, String.valueOf(use.attempts()));
        entry.put(ELAPSED, use.elapsed().toString());
        reporter.publishEntry(entry);
    }

    /** Empty where an entry is about something else; that may be a test's own. */
    static Optional<BudgetUsed> read(Map<String, String> entry, UnaryOperator<String> masking) {
        String text = entry.get(TEXT);
        String probe = entry.get(PROBE);
        String written = entry.get(BUDGET);
        String attempts = entry.get(ATTEMPTS);
        String elapsed = entry.get(ELAPSED);
        if (text == null || probe == null || written == null || attempts == null || elapsed == null) {
            return Optional.empty();
        }
        Budget budget = Budget.parse(written);
        return Optional.of(new BudgetUsed(
                masking.apply(probe),
                budget.attempts(),
                budget.interval(),
                Integer.parseInt(attempts),
                Duration.parse(elapsed),
                masking.apply(text)));
    }
}
