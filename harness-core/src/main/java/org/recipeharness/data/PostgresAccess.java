package org.recipeharness.data;

import java.util.Optional;
import java.util.regex.Pattern;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;

/** A marker's table in a PostgreSQL database. */
final class PostgresAccess implements StoreAccess {

    private static final String TABLE = MarkerTable.NAME;

    private static final Pattern NO_MARKER =
            Pattern.compile("relation \"" + TABLE + "\" does not exist|database \"[^\"\n]*\" does not exist");

    private final DeployedApp app;
    private final PostgresDatabase database;
    private final Psql psql;

    PostgresAccess(DeployedApp app, PostgresDatabase database, Psql psql) {
        this.app = app;
        this.database = database;
        this.psql = psql;
    }

    @Override
    public Optional<String> write(Marker marker) throws InterruptedException {
        ExecResult done = psql.run(MarkerTable.creation(marker));
        return done.exit() == 0 ? Optional.empty() : Optional.of(psql.said(done));
    }

    @Override
    public void drop() throws InterruptedException {
        ExecResult done = psql.run(MarkerTable.REMOVAL);
        if (done.exit() != 0) {
            throw failed("Dropping", done);
        }
    }

    @Override
    public Found read() throws InterruptedException {
        if (app.stack().service(database.service()).isEmpty()) {
            return Found.noService(app);
        }
        ExecResult asked = psql.run(MarkerTable.SELECTION);
        if (asked.exit() == 0) {
            return new Found(Optional.of(asked.out().lines().toList()), "the table " + TABLE);
        }
        if (NO_MARKER.matcher(asked.err()).find()) {
            return Found.nothing(psql.said(asked));
        }
        throw failed("Reading", asked);
    }

    private SwarmException failed(String doing, ExecResult result) {
        return new SwarmException(doing + " the marker in the " + database + " as user '" + database.user() + "': "
                + psql.said(result) + ". Expected an answer of the server within 30 s. Look at the log of service '"
                + database.service() + "'");
    }
}
