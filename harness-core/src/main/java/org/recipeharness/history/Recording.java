package org.recipeharness.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.recipeharness.report.model.BudgetUsed;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.Past;
import org.recipeharness.report.model.Recalled;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TierResult;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.Measured;
import org.recipeharness.verdict.Verdict;

/** Writes a run into the tables. */
final class Recording {

    private final Connection connection;

    Recording(Connection connection) {
        this.connection = connection;
    }

    long run(SweepResults results, Function<RecipeResult, Optional<Identity>> identities) throws SQLException {
        long run = new Row("runs")
                .put("started", results.started().toString())
                .put("ended", results.seen().toString())
                .put("state", results.state())
                .put("outcome", results.outcome().word())
                .put("chosen", Chosen.text(results.chosen()))
                .insert(connection);
        for (RecipeResult recipe : results.recipes()) {
            recipe(run, recipe, identities.apply(recipe));
        }
        return run;
    }

    private void recipe(long run, RecipeResult recipe, Optional<Identity> identity) throws SQLException {
        var row = new Row("recipes")
                .put("run", run)
                .put("recipe", recipe.recipe())
                .put("class", recipe.testClass())
                .put("ref", recipe.head().map(Head::ref))
                .put("commit_id", recipe.head().map(Head::commit))
                .put("dirty", recipe.head().map(Head::dirty))
                .put("outcome", recipe.outcome().word())
                .put("seconds", recipe.took())
                .put("missing", recipe.tests().missing().size())
                .put("restore_proved", recipe.provesRestore())
                .put("harness", identity.map(Identity::harness))
                .put("same_as", recipe.past().flatMap(Past::recalled).map(Recalled::run));
        recipe.judged().map(Judged::verdict).ifPresent(verdict -> verdict(row, verdict));
        recipe.measured().ifPresent(measured -> measured(row, measured));
        long id = row.insert(connection);
        for (int place = 0; place < recipe.tiers().size(); place++) {
            tier(id, place, recipe.tiers().get(place));
        }
        budgets(id, recipe.tiers());
        for (int place = 0; place < recipe.reds().size(); place++) {
            red(id, place, recipe.reds().get(place));
        }
        if (identity.isPresent()) {
            for (var image : identity.get().images().entrySet()) {
                new Row("images")
                        .put("recipe", id)
                        .put("image", image.getKey())
                        .put("digest", image.getValue())
                        .insert(connection);
            }
        }
    }

    private static void verdict(Row row, Verdict verdict) {
        row.put("verdict", verdict.kind().word())
                .put("because", verdict.because())
                .put("wrong", boxed(verdict.wrong()));
    }

    private static void measured(Row row, Measured measured) {
        row.put("load", boxed(measured.load()))
                .put("cpu", boxed(measured.cpu()))
                .put("io", boxed(measured.io()))
                .put("memory", boxed(measured.memory()))
                .put("beside", measured.beside());
        measured.free().ifPresent(free -> row.put("free", free));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private void tier(long recipe, int place, TierResult tier) throws SQLException {
        new Row("tiers")
                .put("recipe", recipe)
                .put("place", place)
                .put("tier", tier.tier())
                .put("outcome", tier.outcome().word())
                .put("seconds", tier.took())
                .put("reason", tier.reason())
                .insert(connection);
    }

    private void budgets(long recipe, List<TierResult> tiers) throws SQLException {
        int place = 0;
        for (TierResult tier : tiers) {
            for (BudgetUsed used : tier.readiness()) {
                new Row("budgets")
                        .put("recipe", recipe)
                        .put("place", place++)
                        .put("tier", tier.tier())
                        .put("probe", used.probe())
                        .put("allowed", used.allowed())
                        .put("interval", used.interval())
                        .put("attempts", used.attempts())
                        .put("seconds", used.elapsed())
                        .insert(connection);
            }
        }
    }

    private void red(long recipe, int place, RedCause red) throws SQLException {
        new Row("reds")
                .put("recipe", recipe)
                .put("place", place)
                .put("test", red.test())
                .put("tier", red.tier())
                .put("outcome", red.outcome().word())
                .put("cause", red.cause())
                .put("party", red.blame().party().word())
                .put("timed", red.blame().timed())
                .insert(connection);
    }
}
