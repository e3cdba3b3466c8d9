package org.recipeharness.data;

/**
 * An SQLite database on a volume, where a marker is a table.
 *
 * @param service a service that mounts the volume for writing
 * @param file where the service has it, absolute
 */
public record SqliteFile(String service, String file) implements DataStore {

    @Override
    public String toString() {
        return "SQLite database " + file + " of service '" + service + "'";
    }
}
