package org.recipeharness.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.fault.Party;
import org.recipeharness.report.model.BudgetUsed;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.TierResult;
import org.recipeharness.verdict.Blame;

/** What the tables have beside a recipe's row. */
final class Parts {

    private final Connection connection;
    private final long recipe;

    Parts(Connection connection, long recipe) {
        this.connection = connection;
        this.recipe = recipe;
    }

    @FunctionalInterface
    private interface Each<T> {
        T of(ResultSet row) throws SQLException;
    }

    List<TierResult> tiers() throws SQLException {
        var budgets = new HashMap<String, List<BudgetUsed>>();
        all(
                "SELECT * FROM budgets WHERE recipe = ? ORDER BY place",
                row -> budgets.computeIfAbsent(row.getString("tier"), tier -> new ArrayList<>())
                        .add(budget(row)));
        return all(
                "SELECT * FROM tiers WHERE recipe = ? ORDER BY place",
                row -> new TierResult(
                        row.getString("tier"),
                        Columns.outcome(row),
                        Columns.text(row, "reason"),
                        Optional.empty(),
                        Columns.seconds(row, "seconds"),
                        budgets.getOrDefault(row.getString("tier"), List.of())));
    }

    List<RedCause> reds() throws SQLException {
        return all(
                "SELECT * FROM reds WHERE recipe = ? ORDER BY place",
                row -> new RedCause(
                        row.getString("test"),
                        Columns.text(row, "tier"),
                        Columns.outcome(row),
                        row.getString("cause"),
                        new Blame(
                                Columns.named(Party.class, row.getString("party"), Party::word),
                                row.getBoolean("timed")),
                        Optional.empty()));
    }

    Map<String, String> images() throws SQLException {
        var images = new HashMap<String, String>();
        all(
                "SELECT * FROM images WHERE recipe = ?",
                row -> String.valueOf(images.put(row.getString("image"), row.getString("digest"))));
        return images;
    }

    private static BudgetUsed budget(ResultSet row) throws SQLException {
        int attempts = row.getInt("attempts");
        int allowed = row.getInt("allowed");
        String probe = row.getString("probe");
        return new BudgetUsed(
                probe,
                allowed,
                Columns.seconds(row, "interval"),
                attempts,
                Columns.seconds(row, "seconds"),
                String.format(Locale.ROOT, "%s: %d of %d attempts", probe, attempts, allowed));
    }

    private <T> List<T> all(String query, Each<T> each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, recipe);
            try (ResultSet row = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(each.of(row));
                }
                return found;
            }
        }
    }
}
