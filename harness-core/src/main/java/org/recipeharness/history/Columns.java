package org.recipeharness.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.TierOutcome;

/** How values are written in columns. */
final class Columns {

    private static final double MILLIS = 1000;

    private Columns() {}

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Duration seconds(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(Math.round(row.getDouble(column) * MILLIS));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    static TierOutcome outcome(ResultSet row) throws SQLException {
        return named(TierOutcome.class, row.getString("outcome"), TierOutcome::word);
    }

    static Optional<Head> head(ResultSet row) throws SQLException {
        Optional<String> ref = text(row, "ref");
        Optional<String> commit = text(row, "commit_id");
        return ref.isPresent() && commit.isPresent()
                ? Optional.of(new Head(ref.get(), commit.get(), row.getBoolean("dirty")))
                : Optional.empty();
    }

    static <E extends Enum<E>> E named(Class<E> family, String word, Function<E, String> words) {
        return Arrays.stream(family.getEnumConstants())
                .filter(each -> words.apply(each).equals(word))
                .findFirst()
                .orElseThrow(() -> new HistoryException("Reading the history: found the "
                        + family.getSimpleName() + " '" + word + "', expected one of "
                        + Arrays.stream(family.getEnumConstants()).map(words).toList()
                        + ". Was it written by another harness?"));
    }
}
