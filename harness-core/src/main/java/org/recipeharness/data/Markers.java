package org.recipeharness.data;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.readiness.Sleeper;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts markers into an app's databases and volumes, so that a recipe's data is checked without any code for it. */
public final class Markers {

    private static final Logger LOG = LoggerFactory.getLogger(Markers.class);

    private final DeployedApp app;
    private final List<DeclaredDatabase> declared;
    private final InstantSource clock;
    private final Sleeper sleeper;

    /**
     * Prepares to seed, to drop or to look.
     *
     * @param app the app as it runs now
     */
    public Markers(DeployedApp app) {
        this(app, List.of());
    }

    /**
     * Prepares to seed, to drop or to look, also in databases that a test names.
     *
     * @param app the app as it runs now
     * @param declared what is meant of the services that it names, whatever is found there
     */
    public Markers(DeployedApp app, List<DeclaredDatabase> declared) {
        this(app, declared, InstantSource.system(), Sleeper.REAL);
    }

    Markers(DeployedApp app, List<DeclaredDatabase> declared, InstantSource clock, Sleeper sleeper) {
        this.app = app;
        this.declared = List.copyOf(declared);
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Finds the app's stores and puts a marker of its own into each. A database that is found and refuses it is told as not
     * covered; a volume that holds a database is not seeded for itself.
     *
     * @return what was put where, and what could not be reached
     * @throws IllegalArgumentException when a declared database is one of a service that the stack has not
     * @throws SwarmException when a declared database refuses its marker, or the engine a file
     * @throws InterruptedException when the thread is interrupted
     */
    public Seeded seed() throws InterruptedException {
        var uncovered = new ArrayList<String>();
        var seeds = new ArrayList<Seed>();
        for (DataStore store : new StoreSearch(app, declared).find(uncovered)) {
            var marker = Marker.fresh(app.stack().labels().run());
            Optional<String> refusal = access(store).write(marker);
            if (refusal.isEmpty()) {
                seeds.add(new Seed(store, marker));
            } else {
                requireFound(store, refusal.get());
                uncovered.add(store + ": " + refusal.get());
            }
        }
        seeds.forEach(seed -> LOG.info("Seeded: {}", seed.store()));
        uncovered.forEach(reason -> LOG.info("Not covered: {}", reason));
        return new Seeded(seeds, uncovered);
    }

    private void requireFound(DataStore store, String refusal) {
        declaration(store).ifPresent(declaration -> {
            var variables = ContainerVariables.of(app.exec(store.service()));
            throw SwarmException.refusedByApp(
                    "Seeding the " + store + ", which the test declares (" + declaration + "): "
                            + refusal + ". Expected that it lets tables be made. Its container has the variables: "
                            + String.join(", ", variables.names("POSTGRES_")) + ". Correct what @PostgresMarker says");
        });
    }

    /**
     * Takes the markers away again. A file that can't be removed, as its container has no {@code rm}, is emptied.
     *
     * @param seeded what was put there
     * @throws SwarmException when a store does not let go of it
     * @throws InterruptedException when the thread is interrupted
     */
    public void drop(Seeded seeded) throws InterruptedException {
        for (Seed seed : seeded.seeds()) {
            access(seed.store()).drop();
        }
    }

    /**
     * Looks for what is still there of the markers, after they were dropped.
     *
     * @param seeded what was put there once
     * @return a line for each store that still has anything of it; empty where all of it is gone
     * @throws SwarmException when a store can't be asked
     * @throws InterruptedException when the thread is interrupted
     */
    public List<String> present(Seeded seeded) throws InterruptedException {
        var present = new ArrayList<String>();
        for (Seed seed : seeded.seeds()) {
            access(seed.store()).read().rows().ifPresent(rows -> present.add(seed.store() + ": still holds " + rows));
        }
        return present;
    }

    /**
     * Looks for what was seeded before something was done to the app.
     *
     * @param seeded what was put there
     * @return a line for each store in which the marker is not whole; empty where all of it is there
     * @throws SwarmException when a store can't be asked
     * @throws InterruptedException when the thread is interrupted
     */
    public List<String> lost(Seeded seeded) throws InterruptedException {
        var lost = new ArrayList<String>();
        for (Seed seed : seeded.seeds()) {
            StoreAccess.Found found = access(seed.store()).read();
            Optional<List<String>> rows = found.rows();
            if (rows.isEmpty()) {
                lost.add(seed.store() + ": " + found.said());
            } else if (!rows.get().equals(seed.marker().rows())) {
                lost.add(seed.store() + ": " + found.said() + " holds " + rows.get() + ", expected "
                        + seed.marker().rows());
            }
        }
        return lost;
    }

    /**
     * Find the files on volumes that belong to seeded databases themselves: a dump of a database keeps its data without them.
     *
     * @param seeded what was put there
     * @return one for each place of such files
     * @throws SwarmException when the service of a database has no running task
     */
    public List<DatabaseFiles> databaseFiles(Seeded seeded) {
        return seeded.seeds().stream()
                .flatMap(seed -> DatabaseFiles.of(app, seed.store()).stream())
                .distinct()
                .toList();
    }

    private StoreAccess access(DataStore store) {
        if (store instanceof PostgresDatabase database) {
            return access(database, new Psql(database, declaration(store)));
        }
        if (store instanceof MysqlDatabase database) {
            return access(database, new MysqlClient(database));
        }
        if (store instanceof SqliteFile file) {
            return new SqliteAccess(app, file);
        }
        return new FileAccess(app, (VolumeFolder) store);
    }

    private StoreAccess access(ServerDatabase database, SqlClient client) {
        return new DatabaseAccess(app, database, new DatabaseServer(app, database.service(), client, clock, sleeper));
    }

    private Optional<DeclaredDatabase> declaration(DataStore store) {
        return declared.stream()
                .filter(each -> each.service().equals(store.service())
                        && store instanceof PostgresDatabase database
                        && (each.database().isEmpty() || each.database().equals(database.database())))
                .findFirst();
    }
}
