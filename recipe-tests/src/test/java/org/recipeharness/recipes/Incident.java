package org.recipeharness.recipes;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recipeharness.deployment.Tier;

/**
 * A row of {@code incident-book.psv}.
 *
 * @param row of the incident book
 * @param recipe whose tests are run
 * @param ref at which
 * @param from what its upgrade comes from, or empty for the newest older release
 * @param byTier what is to become of each tier
 * @param says what is in the message of each test that failed, or empty
 */
record Incident(
        String row, String recipe, String ref, Optional<String> from, Map<Tier, String> byTier, Optional<String> says) {

    private static final int ROW = 0;
    private static final int RECIPE = 1;
    private static final int REF = 2;
    private static final int FROM = 3;
    private static final int FIRST_TIER = 4;

    static List<Incident> all() throws IOException {
        return PipeSeparated.rows("incident-book.psv").stream()
                .map(Incident::of)
                .toList();
    }

    private static Incident of(List<String> columns) {
        var byTier = new TreeMap<Tier, String>();
        int column = FIRST_TIER;
        for (Tier tier : TierOutcomes.ON_THE_SWARM) {
            byTier.put(tier, columns.get(column));
            column++;
        }
        return new Incident(
                columns.get(ROW),
                columns.get(RECIPE),
                columns.get(REF),
                PipeSeparated.written(columns.get(FROM)),
                byTier,
                PipeSeparated.written(columns.get(column)));
    }

    /** The row of the README's table, of what was seen. */
    String told(Map<Tier, String> seen) {
        String red = seen.entrySet().stream()
                .filter(tier -> tier.getValue().equals(TierOutcomes.FAILED))
                .map(tier -> tier.getKey().word())
                .collect(Collectors.joining(", "));
        return "| " + row + " | `mvn test -Drecipe=" + recipe + " -Dref=" + ref
                + from.map(release -> " -Dfrom=" + release).orElse("") + "` | "
                + (red.isEmpty() ? "green" : "red in " + red) + " | "
                + says.map(text -> "`" + text + "`").orElse("")
                + " |";
    }

    @Override
    public String toString() {
        return recipe + " at " + ref;
    }
}
