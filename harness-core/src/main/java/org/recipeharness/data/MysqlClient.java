package org.recipeharness.data;

import java.util.Optional;
import java.util.regex.Pattern;
import org.recipeharness.swarm.ExecRequest;

/**
 * The {@code mariadb} beside a MariaDB server, or the {@code mysql} beside a MySQL one or an older MariaDB.
 *
 * @see <a href="https://mariadb.com/kb/en/mariadb-command-line-client/">mariadb</a>
 */
final class MysqlClient implements SqlClient {

    /** Of two names for one program, newer MariaDB images have the first alone, MySQL images the second. */
    private static final String EITHER = "exec \"$(command -v mariadb || echo mysql)\" \"$@\"";

    /** No connection to be had, or one that was lost or killed, or a server that ends. */
    private static final Pattern LATER = Pattern.compile("^ERROR (2002|2006|2013|2055|1053|1927) ", Pattern.MULTILINE);

    /** No such database, no such table, or one whose file was put under a running server that knows nothing of it. */
    private static final Pattern NO_MARKER = Pattern.compile("^ERROR (1049|1146|1932) ", Pattern.MULTILINE);

    private final MysqlDatabase database;

    MysqlClient(MysqlDatabase database) {
        this.database = database;
    }

    @Override
    public String program() {
        return "mariadb";
    }

    @Override
    public ExecRequest request(ContainerVariables variables, String sql) throws InterruptedException {
        ExecRequest request = ExecRequest.of(
                        "sh",
                        "-c",
                        EITHER,
                        program(),
                        "--batch",
                        "--raw",
                        "--skip-column-names",
                        "--default-character-set=utf8mb4",
                        "--connect-timeout=5",
                        "--user=" + database.user(),
                        "--database=" + database.database())
                .reading(sql);
        Optional<String> password = new MysqlVariables(variables).password(database.user());
        return password.map(secret -> request.with("MYSQL_PWD", secret)).orElse(request);
    }

    @Override
    public boolean saysLater(String error) {
        return LATER.matcher(error).find();
    }

    @Override
    public boolean saysNoMarker(String error) {
        return NO_MARKER.matcher(error).find();
    }
}
