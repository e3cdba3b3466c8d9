package org.recipeharness.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.PastVersion;
import org.recipeharness.report.model.TierOutcome;

/** Reads runs from the tables. */
final class Reading {

    /** A night each: more than three months. */
    private static final int MOST = 100;

    private static final String RUNS = """
            SELECT recipes.*, runs.started, runs.chosen FROM recipes JOIN runs ON runs.id = recipes.run
            WHERE recipe = ? AND class = ? AND same_as IS NULL AND recipes.outcome <> ? ORDER BY recipes.id DESC""";

    private static final String RESTORED = """
            SELECT recipes.*, runs.started FROM recipes JOIN runs ON runs.id = recipes.run
            WHERE recipes.recipe = ? AND recipes.restore_proved = 1 AND recipes.dirty = 0
            ORDER BY recipes.id DESC LIMIT 1""";

    private final Connection connection;

    Reading(Connection connection) {
        this.connection = connection;
    }

    Recollection of(String recipe, String testClass, Map<String, String> chosen) throws SQLException {
        var runs = new ArrayList<Remembered>();
        try (PreparedStatement statement = connection.prepareStatement(RUNS)) {
            statement.setString(1, recipe);
            statement.setString(2, testClass);
            statement.setString(3, TierOutcome.NOT_RUN.word());
            try (ResultSet row = statement.executeQuery()) {
                while (runs.size() < MOST && row.next()) {
                    if (Chosen.alike(row.getString("chosen"), chosen)) {
                        runs.add(remembered(row));
                    }
                }
            }
        }
        return new Recollection(runs, restoreProved(recipe));
    }

    private Remembered remembered(ResultSet row) throws SQLException {
        var parts = new Parts(connection, row.getLong("id"));
        Optional<String> harness = Columns.text(row, "harness");
        return new Remembered(
                row.getLong("run"),
                Instant.parse(row.getString("started")),
                Columns.head(row),
                Columns.outcome(row),
                Columns.seconds(row, "seconds"),
                row.getInt("missing"),
                Columns.text(row, "verdict"),
                parts.tiers(),
                parts.reds(),
                harness.isPresent() ? Optional.of(new Identity(harness.get(), parts.images())) : Optional.empty());
    }

    private Optional<PastVersion> restoreProved(String recipe) throws SQLException {
        if (!Schema.hasRestoreProved(connection)) {
            return Optional.empty();
        }
        try (PreparedStatement statement = connection.prepareStatement(RESTORED)) {
            statement.setString(1, recipe);
            try (ResultSet row = statement.executeQuery()) {
                Optional<Head> head = row.next() ? Columns.head(row) : Optional.empty();
                return head.isPresent()
                        ? Optional.of(new PastVersion(
                                row.getLong("run"), Instant.parse(row.getString("started")), head.get()))
                        : Optional.empty();
            }
        }
    }
}
