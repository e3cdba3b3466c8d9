package org.recipeharness.data;

/**
 * A database of a MariaDB or a MySQL server, which are asked alike.
 *
 * @param service the service that runs the server
 * @param database its name
 * @param user who may make tables in it
 */
public record MysqlDatabase(String service, String database, String user) implements ServerDatabase {

    @Override
    public String toString() {
        return "MariaDB or MySQL database '" + database + "' of service '" + service + "'";
    }
}
