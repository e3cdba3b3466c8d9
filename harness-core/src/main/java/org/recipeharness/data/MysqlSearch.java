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

    /** Tells whether the container has a variable of such a server, which clients have as well. */
    boolean isConfigured() {
        return !variables.names().isEmpty();
    }

    /**
     * Tells whether the service is such a server.
     *
     * <p>A client has the variables too, and what saves the data mounts its folder too: a server alone runs the program. Where
     * nobody can look for it, as there is no shell, the folder decides.
     */
    boolean isServer(RunningPrograms running, boolean mountsDataFolder) {
        return running.areKnown() ? PROGRAMS.stream().anyMatch(running::include) : mountsDataFolder;
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
