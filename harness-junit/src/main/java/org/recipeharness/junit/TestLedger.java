package org.recipeharness.junit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recipeharness.report.model.Note;
import org.recipeharness.report.model.TestCount;
import org.recipeharness.report.model.TierOutcome;

/** Which tests of a recipe were to run, and of which something was heard. */
final class TestLedger {

    private static final String EVERYTHING = "all of its tests";

    private final Map<String, String> expected = new LinkedHashMap<>();
    private final Set<String> accounted = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private final List<Note> skipped = new ArrayList<>();
    private final Map<Note, TierProgress> inapplicable = new LinkedHashMap<>();

    /** Of a class whose tests are told one by one: until then, all that it has. */
    void expectsAllOf(PlannedTest owner) {
        expected.put(owner.id(), EVERYTHING);
    }

    void expects(PlannedTest method) {
        expected.put(method.id(), method.name());
    }

    /** What stood for all tests of a class goes when the first of them is told. */
    void expectsNoMoreAllOf(PlannedTest owner) {
        expected.remove(owner.id());
    }

    void accounts(PlannedTest test) {
        accounted.add(test.id());
        test.methods().forEach(method -> accounted.add(method.id()));
    }

    void ends(PlannedTest test) {
        if (expected.containsKey(test.id())) {
            ended.add(test.id());
        }
    }

    void skips(PlannedTest test, String reason) {
        skipped.add(new Note(test.name(), reason));
    }

    void notApplicable(PlannedTest test, String reason, TierProgress tier) {
        inapplicable.put(new Note(test.name(), "not applicable: " + reason), tier);
    }

    boolean isToCome() {
        return !accounted.containsAll(expected.keySet());
    }

    List<String> ids() {
        return List.copyOf(expected.keySet());
    }

    List<String> names() {
        return expected.values().stream().sorted().toList();
    }

    /** While the plan goes on, nothing is missing yet. */
    TestCount soFar() {
        return count(List.of());
    }

    TestCount atTheEnd() {
        return count(expected.entrySet().stream()
                .filter(test -> !accounted.contains(test.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    }

    /** Where a whole tier does not apply, the tier tells it. */
    private TestCount count(List<String> missing) {
        var leftOut = new ArrayList<>(skipped);
        inapplicable.forEach((test, tier) -> {
            if (tier.outcome() != TierOutcome.NOT_APPLICABLE) {
                leftOut.add(test);
            }
        });
        return new TestCount(expected.size(), ended.size(), leftOut, missing);
    }
}
