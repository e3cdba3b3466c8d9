package org.recipeharness.data;

/**
 * A PostgreSQL database that a test names, as what its container says of itself does not lead to it.
 *
 * @param service the service that runs the server
 * @param database its name; empty for what the container says
 * @param user who may make tables in it; empty for what the container says
 * @param passwordSecret the secret with the user's password, by its name in the container; empty for what the container says
 */
public record DeclaredDatabase(String service, String database, String user, String passwordSecret) {

    @Override
    public String toString() {
        return "service '" + service + "'" + told(", database", database) + told(", user", user)
                + told(", password in the secret", passwordSecret);
    }

    private static String told(String what, String value) {
        return value.isEmpty() ? "" : what + " '" + value + "'";
    }
}
