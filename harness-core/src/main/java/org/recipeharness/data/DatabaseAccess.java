package org.recipeharness.data;

import java.util.Optional;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.SwarmException;

/** A marker's table in a database that a server has. */
final class DatabaseAccess implements StoreAccess {

    private final DeployedApp app;
    private final ServerDatabase database;
    private final DatabaseServer server;

    DatabaseAccess(DeployedApp app, ServerDatabase database, DatabaseServer server) {
        this.app = app;
        this.database = database;
        this.server = server;
    }

    @Override
    public Optional<String> write(Marker marker) throws InterruptedException {
        ExecResult done = server.run(MarkerTable.creation(marker));
        return done.exit() == 0 ? Optional.empty() : Optional.of(server.said(done));
    }

    @Override
    public void drop() throws InterruptedException {
        ExecResult done = server.run(MarkerTable.REMOVAL);
        if (done.exit() != 0) {
            throw failed("Dropping", done);
        }
    }

    @Override
    public Found read() throws InterruptedException {
        if (app.stack().service(database.service()).isEmpty()) {
            return Found.noService(app);
        }
        ExecResult asked = server.run(MarkerTable.SELECTION);
        if (asked.exit() == 0) {
            return new Found(Optional.of(asked.out().lines().toList()), "the table " + MarkerTable.NAME);
        }
        if (server.hasNoMarker(asked)) {
            return Found.nothing(server.said(asked));
        }
        throw failed("Reading", asked);
    }

    private SwarmException failed(String doing, ExecResult result) {
        return SwarmException.refusedByApp(doing + " the marker in the " + database + " as user '" + database.user()
                + "': "
                + server.said(result) + ". Expected an answer of the server within 30 s. Look at the log of service '"
                + database.service() + "'");
    }
}
