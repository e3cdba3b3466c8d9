package org.recipeharness.data;

/**
 * A PostgreSQL database, where a marker is a table.
 *
 * @param service the service that runs the server
 * @param database its name
 * @param user who owns it, or may make tables in it
 */
public record PostgresDatabase(String service, String database, String user) implements ServerDatabase {

    @Override
    public String toString() {
        return "PostgreSQL database '" + database + "' of service '" + service + "'";
    }
}
