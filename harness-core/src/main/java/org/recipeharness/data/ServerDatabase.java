package org.recipeharness.data;

/** A database that a server of its own has, where a marker is a table. */
public sealed interface ServerDatabase extends DataStore permits PostgresDatabase, MysqlDatabase {

    /**
     * Names the database.
     *
     * @return its name on the server
     */
    String database();

    /**
     * Names the user who owns it, or may make tables in it.
     *
     * @return the user's name on the server
     */
    String user();
}
