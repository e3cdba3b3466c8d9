package org.recipeharness.data;

import java.util.List;
import java.util.Optional;
import org.recipeharness.app.ServiceExec;

/** Finds out whether a service runs a MariaDB or a MySQL server, and with which database. */
final class MysqlSearch {

    /** Where the official images have their data. */
    static final String DATA_FOLDER = "/var/lib/mysql";

    private static final List<String> PROGRAMS = List.of("mariadbd", "mysqld");

    private final ServiceExec service;
    private final MysqlVariables variables;

    MysqlSearch(ServiceExec service, ContainerVariables variables) {
        this.service = service;
        this.variables = new MysqlVariables(variables);
    }

    /**
     * Tells whether the service is such a server.
     *
     * <p>A client has the variables too, and what saves the data mounts its folder too: a server alone runs the program. Where
     * nobody can look for it, as there is no shell, the folder decides.
     */
    boolean isServer(boolean mountsDataFolder) throws InterruptedException {
        if (!mountsDataFolder && variables.names().isEmpty()) {
            return false;
        }
        // Processes come and go while they are listed, so its exit code says nothing.
        List<String> programs = service.run("sh", "-c", "cat /proc/[0-9]*/comm 2>/dev/null; true")
                .out()
                .lines()
                .toList();
        return programs.contains("sh") ? PROGRAMS.stream().anyMatch(programs::contains) : mountsDataFolder;
    }

    /** Gives the database that it was set up with; what it could not be found by is added to what is not covered. */
    Optional<DataStore> database(List<String> uncovered) throws InterruptedException {
        Optional<String> name = variables.database();
        if (name.isEmpty()) {
            uncovered.add(
                    "MariaDB or MySQL server of service '" + service.service() + "': its container names no database"
                            + " by MARIADB_DATABASE or MYSQL_DATABASE. It has the variables: "
                            + String.join(", ", variables.names()));
            return Optional.empty();
        }
        return Optional.of(new MysqlDatabase(service.service(), name.get(), variables.user()));
    }
}
