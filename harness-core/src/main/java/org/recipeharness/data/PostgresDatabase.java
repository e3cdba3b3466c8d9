package org.recipeharness.data;

/**
 * A PostgreSQL database, where a marker is a table.
 *
 * @param service the service that runs the server
 * @param database its name
 * @param user who owns it, or may make tables in it
 */
public record PostgresDatabase(String service, String database, String user) implements DataStore {

    /** The marker's table, by the name that Co-op Cloud's tests have for it. */
    public static final String TABLE = "ci_marker";

    @Override
    public String toString() {
        return "PostgreSQL database '" + database + "' of service '" + service + "'";
    }
}
