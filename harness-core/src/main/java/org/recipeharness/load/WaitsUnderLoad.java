package org.recipeharness.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.recipeharness.readiness.Budget;
import org.recipeharness.readiness.BudgetProposal;
import org.recipeharness.readiness.BudgetUse;

/** How much of its budget each probe has used under a load, and what budget would hold it. */
final class WaitsUnderLoad {

    private static final double MILLIS = 1000;

    private final Map<String, List<BudgetUse>> ready = new TreeMap<>();
    private final Map<String, BudgetUse> usedUp = new TreeMap<>();

    synchronized void ready(BudgetUse use) {
        ready.computeIfAbsent(use.probe(), probe -> new ArrayList<>()).add(use);
    }

    /** One that was ended by a crash before has not shown what it needs. */
    synchronized void notReady(BudgetUse use) {
        if (use.attempts() >= use.budget().attempts()) {
            usedUp.put(use.probe(), use);
        }
    }

    synchronized List<String> told(String load) {
        var lines = new ArrayList<String>();
        usedUp.forEach((probe, use) -> lines.add(probe + " used all of " + use.budget() + " under " + load
                + " and was not ready; see what it needs with -Dharness.budget." + probe + "="
                + Budget.of(2 * use.budget().attempts(), use.budget().interval())));
        ready.forEach((probe, uses) -> {
            if (!usedUp.containsKey(probe)) {
                lines.add(told(probe, uses, load));
            }
        });
        return lines;
    }

    private static String told(String probe, List<BudgetUse> uses, String load) {
        Budget given = uses.get(uses.size() - 1).budget();
        var proposal =
                new BudgetProposal(given, uses.stream().map(BudgetUse::elapsed).toList());
        return probe + " used " + (uses.size() == 1 ? "" : "up to ") + seconds(proposal.expected()) + " of "
                + seconds(given.total()) + (uses.size() == 1 ? "" : " in " + uses.size() + " waits") + " under " + load
                + ": " + proposal.budget() + " would hold it with twice the room";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / MILLIS).replace(".0 s", " s");
    }
}
