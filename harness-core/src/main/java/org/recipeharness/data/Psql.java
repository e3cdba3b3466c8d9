package org.recipeharness.data;

import java.util.Optional;
import java.util.regex.Pattern;
import org.recipeharness.swarm.ExecRequest;

/**
 * The {@code psql} beside a PostgreSQL server.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
final class Psql implements SqlClient {

    private static final Pattern LATER =
            Pattern.compile("the database system is |No such file or directory\n\tIs the server"
                    + "|Connection refused\n\tIs the server|terminating connection|server closed the connection"
                    + "|is not currently accepting connections");

    private static final Pattern NO_MARKER = Pattern.compile(
            "relation \"" + MarkerTable.NAME + "\" does not exist|database \"[^\"\n]*\" does not exist");

    private final PostgresDatabase database;
    private final Optional<DeclaredDatabase> declared;

    Psql(PostgresDatabase database, Optional<DeclaredDatabase> declared) {
        this.database = database;
        this.declared = declared;
    }

    @Override
    public String program() {
        return "psql";
    }

    @Override
    public ExecRequest request(ContainerVariables variables, String sql) throws InterruptedException {
        ExecRequest request = ExecRequest.of(
                        program(),
                        "-X",
                        "-w",
                        "-qAt",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-U",
                        database.user(),
                        "-d",
                        database.database())
                .reading(sql)
                // In English, so that a missing table is known for one; and no longer than it takes to reach a socket.
                .with("LC_ALL", "C")
                .with("PGCLIENTENCODING", "UTF8")
                .with("PGCONNECT_TIMEOUT", "5");
        return password(variables)
                .map(secret -> request.with("PGPASSWORD", secret))
                .orElse(request);
    }

    @Override
    public boolean saysLater(String error) {
        return LATER.matcher(error).find();
    }

    @Override
    public boolean saysNoMarker(String error) {
        return NO_MARKER.matcher(error).find();
    }

    private Optional<String> password(ContainerVariables variables) throws InterruptedException {
        Optional<String> secret = declared.map(DeclaredDatabase::passwordSecret).filter(name -> !name.isEmpty());
        return secret.isPresent()
                ? variables.content("/run/secrets/" + secret.get())
                : variables.setting("POSTGRES_PASSWORD");
    }
}
