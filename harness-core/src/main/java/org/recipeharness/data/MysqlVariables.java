package org.recipeharness.data;

import java.util.List;
import java.util.Optional;

/**
 * What the official images of MariaDB and MySQL are told: {@code MARIADB_*}, and {@code MYSQL_*} which both know.
 *
 * @see <a href="https://mariadb.com/kb/en/mariadb-server-docker-official-image-environment-variables/">MariaDB's variables</a>
 */
final class MysqlVariables {

    private static final String ROOT = "root";
    private static final String[] FAMILIES = {"MARIADB_", "MYSQL_"};

    private final ContainerVariables variables;

    MysqlVariables(ContainerVariables variables) {
        this.variables = variables;
    }

    /** Their names; a client of such a server may have some too. */
    List<String> names() {
        return variables.names(FAMILIES);
    }

    Optional<String> database() throws InterruptedException {
        return setting("DATABASE");
    }

    /** Who owns the database: the images make its user only if there is a password too. */
    String user() throws InterruptedException {
        return setting("PASSWORD").isPresent() ? setting("USER").orElse(ROOT) : ROOT;
    }

    Optional<String> password(String user) throws InterruptedException {
        return setting(user.equals(ROOT) ? "ROOT_PASSWORD" : "PASSWORD");
    }

    private Optional<String> setting(String name) throws InterruptedException {
        for (String family : FAMILIES) {
            Optional<String> value = variables.setting(family + name);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }
}
