package org.recipeharness.history;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.SweepResults;

/**
 * All runs, in an SQLite database that several processes may use at once; {@code docs/history.md} has its tables.
 *
 * <p>A run is written as a whole or not at all, whenever the process is killed. A file that is damaged, is another program's or was
 * written by a newer harness is an error, and stays as it is.
 */
public final class History {

    private final Database database;

    /**
     * Names the history; nothing is opened yet.
     *
     * @param file its file; made with its folder when something is written
     */
    public History(Path file) {
        this.database = new Database(file);
    }

    /**
     * Recalls a recipe's test class.
     *
     * @param recipe the recipe's name
     * @param testClass the class, by its whole name
     * @param chosen what the run that asks is held to; others that were held to something else are left out
     * @return what is known; nothing where there is no history yet
     * @throws HistoryException when it can't be read
     */
    public Recollection of(String recipe, String testClass, Map<String, String> chosen) {
        return database.read(connection -> new Reading(connection).of(recipe, testClass, chosen))
                .orElse(Recollection.NONE);
    }

    /**
     * Adds a run.
     *
     * @param results what came of it, in which secrets are masked
     * @param identities what each result depends on; empty where that can't be told, so that nobody leaves it out for that
     * @return the run's number
     * @throws HistoryException when it can't be written; then nothing of it was
     */
    public long record(SweepResults results, Function<RecipeResult, Optional<Identity>> identities) {
        return database.write(connection -> new Recording(connection).run(results, identities));
    }

    @Override
    public String toString() {
        return database.toString();
    }
}
