package org.recipeharness.data;

import java.util.List;
import org.recipeharness.app.DeployedApp;

/**
 * Files on a volume that belong to a database itself. A backup that holds a dump of the database does not need them.
 *
 * @param volume the volume's key in the compose file
 * @param path a file or folder, relative to the volume's root; empty for the whole volume
 */
public record DatabaseFiles(String volume, String path) {

    /** What SQLite writes beside a database, see <a href="https://www.sqlite.org/tempfiles.html">its temporary files</a>. */
    private static final List<String> OF_SQLITE = List.of("", "-wal", "-shm", "-journal");

    /**
     * Find the files of a database.
     *
     * @param app the app
     * @param store where its markers are; a volume is no database
     * @return one for each volume that holds any of them; empty if they lie on no volume
     */
    static List<DatabaseFiles> of(DeployedApp app, DataStore store) {
        if (store instanceof PostgresDatabase) {
            return at(app, store, StoreSearch.postgresFolder(ContainerVariables.of(app.exec(store.service()))));
        }
        if (store instanceof MysqlDatabase) {
            return at(app, store, MysqlSearch.DATA_FOLDER);
        }
        if (store instanceof SqliteFile sqlite) {
            return OF_SQLITE.stream()
                    .flatMap(suffix -> at(app, store, sqlite.file() + suffix).stream())
                    .toList();
        }
        return List.of();
    }

    private static List<DatabaseFiles> at(DeployedApp app, DataStore store, String path) {
        return app.stack().service(store.service()).stream()
                .flatMap(service -> service.volumes().stream())
                .flatMap(mount ->
                        mount.relative(path).stream().map(relative -> new DatabaseFiles(mount.volume(), relative)))
                .toList();
    }

    /**
     * Determine if a file is one of these.
     *
     * @param ofVolume the key of the volume that holds the file
     * @param file where it is, relative to the volume's root
     * @return true for the path itself and for all below it
     */
    public boolean holds(String ofVolume, String file) {
        return volume.equals(ofVolume) && (path.isEmpty() || file.equals(path) || file.startsWith(path + "/"));
    }
}
