package org.recipeharness.sweep;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.recipeharness.settings.Setting;

/**
 * Finds budgets ({@code harness.budget.<probe>}) for probes that no test class of a run has.
 *
 * <p>Some probes tell their name only after the recipe is rendered. As long as such a class may still have the probe, nothing is
 * reported.
 */
public final class BudgetCheck {

    /** Promotion's budget, which each run may set. */
    private static final String WARM = "warm";

    private final Set<String> ofRun;
    private final Set<String> ofFile;
    private final Map<String, Optional<Set<String>>> selected = new HashMap<>();
    private final Map<String, Optional<Set<String>>> others = new HashMap<>();

    /**
     * Prepare the check.
     *
     * @param ofRun the probes whose budgets were set for this run
     * @param ofFile the probes whose budgets stand in {@code harness.properties}; they may be for a recipe that this run leaves out
     */
    public BudgetCheck(Collection<String> ofRun, Collection<String> ofFile) {
        this.ofRun = new TreeSet<>(ofRun);
        this.ofFile = new TreeSet<>(ofFile);
        this.ofRun.remove(WARM);
        this.ofFile.remove(WARM);
    }

    /**
     * Record the probes of a test class that the run has tests of.
     *
     * @param testClass any key; a later call with the same one replaces the earlier
     * @param probes their names; empty if they are not known yet
     */
    public void selected(String testClass, Optional<Set<String>> probes) {
        selected.put(testClass, probes);
    }

    /**
     * Record the probes of a test class that the run leaves out.
     *
     * @param testClass any key
     * @param probes their names; empty if they are not known
     */
    public void leftOut(String testClass, Optional<Set<String>> probes) {
        others.put(testClass, probes);
    }

    /**
     * Determine whether the names of a class's probes are needed to judge the budgets.
     *
     * @param testClass the key of a selected class
     * @return false if they are known, or each budget is for a probe that another class is known to have
     */
    public boolean needs(String testClass) {
        return selected.getOrDefault(testClass, Optional.of(Set.of())).isEmpty()
                && (ofRun.stream().anyMatch(probe -> !isKnown(probe, List.of(selected)))
                        || ofFile.stream().anyMatch(probe -> !isKnown(probe, List.of(selected, others))));
    }

    /**
     * Find the budgets that are for no probe of the run.
     *
     * @return a problem each
     */
    public List<String> problems() {
        var unknown = new TreeSet<String>();
        if (!selected.isEmpty()) {
            ofRun.stream().filter(probe -> isUnknown(probe, List.of(selected))).forEach(unknown::add);
            ofFile.stream()
                    .filter(probe -> isUnknown(probe, List.of(selected, others)))
                    .forEach(unknown::add);
        }
        return unknown.stream().map(this::problem).toList();
    }

    private String problem(String probe) {
        var known = new TreeSet<>(Set.of(WARM));
        selected.values().forEach(names -> names.ifPresent(known::addAll));
        return Setting.BUDGET_PREFIX + probe + ": no test class of this run has a readiness probe '" + probe
                + "', so the budget would have no effect. Known probes: " + String.join(", ", known)
                + ". Correct the name, or remove the setting";
    }

    private static boolean isKnown(String probe, List<Map<String, Optional<Set<String>>>> classes) {
        return names(classes).stream()
                .anyMatch(names -> names.filter(each -> each.contains(probe)).isPresent());
    }

    private static boolean isUnknown(String probe, List<Map<String, Optional<Set<String>>>> classes) {
        return names(classes).stream()
                .allMatch(names -> names.filter(each -> !each.contains(probe)).isPresent());
    }

    private static List<Optional<Set<String>>> names(List<Map<String, Optional<Set<String>>>> classes) {
        return classes.stream().flatMap(each -> each.values().stream()).toList();
    }
}
