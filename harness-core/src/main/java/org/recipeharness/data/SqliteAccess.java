package org.recipeharness.data;

import java.util.List;
import java.util.Optional;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;

/**
 * A marker's table in an SQLite database, through the {@code sqlite3} of its container.
 *
 * @see <a href="https://www.sqlite.org/cli.html">sqlite3</a>
 */
final class SqliteAccess implements StoreAccess {

    /** The app may hold the lock; as a command it prints nothing, where a pragma would print a row. */
    private static final String WAIT_FOR_LOCK = ".timeout 20000";

    private final DeployedApp app;
    private final SqliteFile database;

    SqliteAccess(DeployedApp app, SqliteFile database) {
        this.app = app;
        this.database = database;
    }

    @Override
    public Optional<String> write(Marker marker) throws InterruptedException {
        ExecResult done = sqlite(MarkerTable.creation(marker));
        return done.exit() == 0 ? Optional.empty() : Optional.of(words(done));
    }

    @Override
    public void drop() throws InterruptedException {
        ExecResult done = sqlite(MarkerTable.REMOVAL);
        if (done.exit() != 0) {
            throw failed("Dropping", done);
        }
    }

    @Override
    public Found read() throws InterruptedException {
        if (app.stack().service(database.service()).isEmpty()) {
            return Found.noService(app);
        }
        ExecResult asked = sqlite(MarkerTable.SELECTION);
        if (asked.exit() == 0) {
            List<String> rows = asked.out().lines().toList();
            return new Found(Optional.of(rows), "the table " + MarkerTable.NAME);
        }
        if (asked.err().contains("no such table: " + MarkerTable.NAME)) {
            return Found.nothing(words(asked));
        }
        throw failed("Reading", asked);
    }

    private ExecResult sqlite(String sql) throws InterruptedException {
        return app.exec(database.service())
                .run(ExecRequest.of("sqlite3", "-bail", "-cmd", WAIT_FOR_LOCK, database.file())
                        .reading(sql));
    }

    private SwarmException failed(String what, ExecResult result) {
        return SwarmException.refusedByApp(what + " the marker in " + database + ": sqlite3 exited with "
                + result.exit() + " and said: " + words(result));
    }

    private String words(ExecResult result) {
        return app.mask((result.out() + result.err()).strip());
    }
}
