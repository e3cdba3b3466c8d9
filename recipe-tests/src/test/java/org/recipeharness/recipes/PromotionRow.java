package org.recipeharness.recipes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code promotion-book.psv}.
 *
 * @param row of the incident book
 * @param recipe whose canonical it is about
 * @param until the latest release of the catalogue, or empty for all
 * @param running whether the canonical was left deployed before
 * @param ref what is rehearsed, or empty for a promotion
 * @param promote what is to become of the promote tier
 * @param canonical what the registry has behind it, or empty for none
 * @param says what is told of it
 */
record PromotionRow(
        String row,
        String recipe,
        Optional<String> until,
        boolean running,
        Optional<String> ref,
        String promote,
        Optional<String> canonical,
        List<String> says) {

    private static final int COLUMNS = 8;

    static List<PromotionRow> of(String recipe) throws IOException {
        return PipeSeparated.rows("promotion-book.psv").stream()
                .map(PromotionRow::of)
                .filter(row -> row.recipe().equals(recipe))
                .toList();
    }

    private static PromotionRow of(List<String> columns) {
        if (columns.size() != COLUMNS) {
            throw new AssertionError(
                    "Reading promotion-book.psv: found " + columns + ", expected " + COLUMNS + " columns");
        }
        var cells = columns.iterator();
        return new PromotionRow(
                cells.next(),
                cells.next(),
                PipeSeparated.written(cells.next()),
                cells.next().equals("yes"),
                PipeSeparated.written(cells.next()),
                cells.next(),
                PipeSeparated.written(cells.next()),
                List.of(cells.next().split(" / ")));
    }

    /** The row of the README's table, of what was seen of a rehearsal. */
    String told(String seen) {
        return "| " + row + " | `mvn test -Drecipe=" + recipe + " -Dref=" + ref.orElseThrow() + " -Dtier=promote` | "
                + (seen.equals(TierOutcomes.FAILED) ? "red" : "green") + " |";
    }

    @Override
    public String toString() {
        return ref.map(rehearsed -> "the rehearsal of " + recipe + " at " + rehearsed)
                .orElseGet(() -> "the promotion of " + recipe
                        + until.map(release -> " to " + release).orElse(""));
    }
}
