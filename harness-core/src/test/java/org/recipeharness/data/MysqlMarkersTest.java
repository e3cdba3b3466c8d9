package org.recipeharness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.app.DeployedApps;
import org.recipeharness.app.Masking;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;
import org.recipeharness.stack.VolumeMount;
import org.recipeharness.stack.VolumeMount.Access;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskPhase;

/** What a mariadb 10.11.19 says is what a real one has said to these very requests. */
class MysqlMarkersTest {

    private static final MysqlDatabase DATABASE = new MysqlDatabase("db", "wordpress", "wp");
    private static final String CALL = "--batch --raw --skip-column-names --default-character-set=utf8mb4"
            + " --connect-timeout=5 --user=wp --database=wordpress";
    private static final ExecResult DONE = new ExecResult(0, "", "", Duration.ZERO);
    private static final ExecResult NO_TABLE =
            failure("at line 1: Table 'wordpress.ci_marker' doesn't exist", "1146 (42S02)");
    private static final ExecResult NOT_IN_ENGINE =
            failure("at line 1: Table 'wordpress.ci_marker' doesn't exist in engine", "1932 (42S02)");
    private static final ExecResult CUT = failure("at line 1: Lost connection to server during query", "2013 (HY000)");
    private static final ExecResult NO_DATABASE =
            new ExecResult(1, "", "ERROR 1049 (42000): Unknown database 'wordpress'\n", Duration.ZERO);
    private static final ExecResult DENIED = new ExecResult(
            1,
            "",
            "ERROR 1045 (28000): Access denied for user 'wp'@'localhost' (using password: YES)\n",
            Duration.ZERO);
    private static final ExecResult NO_SOCKET = new ExecResult(
            1,
            "",
            "ERROR 2002 (HY000): Can't connect to local server through socket '/run/mysqld/mysqld.sock' (2)\n",
            Duration.ZERO);

    private final FakeTime time = new FakeTime();
    private final List<ExecRequest> asked = new ArrayList<>();
    private final Deque<ExecResult> answers = new ArrayDeque<>();
    private final Map<String, String> ofDatabase = new HashMap<>(Map.of(
            "MYSQL_DATABASE", "wordpress",
            "MYSQL_USER", "wp",
            "MYSQL_PASSWORD_FILE", "/run/secrets/db_password",
            "MYSQL_ROOT_PASSWORD_FILE", "/run/secrets/db_root_password"));
    private String programs = "docker-init\nmariadbd\nsh\ncat\n";
    private final FakeSwarm swarm = new FakeSwarm(time)
            .shows(List.of(service("db")), List.of(task("db", 1, TaskPhase.RUNNING)))
            .telling("container-of-db1", ofDatabase)
            .running(this::answer);

    @ParameterizedTest
    @ValueSource(strings = {"mariadbd\nsh\ncat\n", "mysqld\nsh\ncat\n", ""})
    void seedsTheDatabaseOfAServerInsteadOfItsVolume(String running) throws InterruptedException {
        programs = running;
        answers.add(DONE);

        Seeded seeded = markers().seed();

        assertThat(seeded.seeds()).extracting(Seed::store).containsExactly(DATABASE);
        assertThat(seeded.uncovered()).isEmpty();
        ExecRequest client = asked.get(0);
        assertThat(client).hasToString("sh -c exec \"$(command -v mariadb || echo mysql)\" \"$@\" mariadb " + CALL);
        assertThat(client.variables()).isEqualTo(Map.of("MYSQL_PWD", "s3cret"));
        assertThat(client.input())
                .startsWith("BEGIN;\nDROP TABLE IF EXISTS ci_marker;\nCREATE TABLE ci_marker (")
                .endsWith("COMMIT;\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apache2\nsh\ncat\n", "crond\nmariadb-dump\nsh\ncat\n"})
    void takesNoClientForAServer(String running) throws InterruptedException {
        programs = running;

        assertThat(markers().seed().seeds())
                .extracting(Seed::store)
                .containsExactly(new VolumeFolder("db", "mariadb", "/var/lib/mysql/"));
    }

    @ParameterizedTest
    @CsvSource({
        "MongoDB, mongod",
        "Redis, valkey-server",
        "OpenLDAP, slapd",
        "ClickHouse, clickhouse-serv",
        "Elasticsearch, org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch"
    })
    void namesAServerThatGetsNoMarker(String server, String program) throws InterruptedException {
        programs = "docker-init\njava\nsh\ncat\n/sbin/init\0--\0" + program + "\0sh\0-c\0";

        assertThat(markers().seed().uncovered())
                .containsExactly(
                        server + " server of service 'db': no marker is put into it, so nothing shows whether its"
                                + " content comes back; only the files of the volume 'mariadb' are looked at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodump", "redis-cli", "/usr/share/java/org.elasticsearch.client.jar", "etcdctl"})
    void takesNoProgramOfAnotherServerForIt(String program) throws InterruptedException {
        programs = "sh\ncat\n" + program + "\0--all\0";

        assertThat(markers().seed().uncovered()).isEmpty();
    }

    @Test
    void asksAsRootWhereTheImageHasMadeNoUserAndPrefersMariadbsOwnVariables() throws InterruptedException {
        ofDatabase.remove("MYSQL_PASSWORD_FILE");
        ofDatabase.put("MARIADB_DATABASE", "posts");
        answers.add(DONE);

        assertThat(markers().seed().seeds())
                .extracting(Seed::store)
                .containsExactly(new MysqlDatabase("db", "posts", "root"));
        assertThat(asked.get(0).variables()).containsEntry("MYSQL_PWD", "the root's");
    }

    @Test
    void tellsAServerWhoseDatabaseNothingNames() throws InterruptedException {
        ofDatabase.remove("MYSQL_DATABASE");

        Seeded seeded = markers().seed();

        assertThat(seeded.seeds()).isEmpty();
        assertThat(seeded.uncovered())
                .containsExactly("MariaDB or MySQL server of service 'db': its container names no database by"
                        + " MARIADB_DATABASE or MYSQL_DATABASE. It has the variables: MYSQL_PASSWORD_FILE,"
                        + " MYSQL_ROOT_PASSWORD_FILE, MYSQL_USER");
    }

    @Test
    void tellsADatabaseThatRefusesWithItsWordsAndWithoutSecrets() throws InterruptedException {
        answers.add(new ExecResult(1, "", "ERROR 1044 (42000): Access denied, s3cret\n", Duration.ZERO));

        assertThat(markers().seed().uncovered())
                .containsExactly(
                        "MariaDB or MySQL database 'wordpress' of service 'db': mariadb exited with 1 and said:"
                                + " ERROR 1044 (42000): Access denied, ********");
    }

    @Test
    void tellsATableAndADatabaseThatAreGoneInTheServersOwnWords() throws InterruptedException {
        for (ExecResult gone : List.of(NO_TABLE, NOT_IN_ENGINE, NO_DATABASE)) {
            answers.add(gone);
            assertThat(markers().lost(seeded("a")))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "MariaDB or MySQL database 'wordpress' of service 'db': mariadb exited with 1 and said: ")
                    .endsWith(gone.err().lines().reduce("", (before, line) -> line));
            answers.add(gone);
            assertThat(markers().present(seeded("a"))).isEmpty();
        }
    }

    @Test
    void comparesRowByRow() throws InterruptedException {
        answers.add(new ExecResult(0, "a\nü\n", "", Duration.ZERO));
        assertThat(markers().lost(seeded("a", "ü"))).isEmpty();

        answers.add(new ExecResult(0, "a\nÃ¼\n", "", Duration.ZERO));
        assertThat(markers().lost(seeded("a", "ü")))
                .containsExactly("MariaDB or MySQL database 'wordpress' of service 'db': the table ci_marker holds"
                        + " [a, Ã¼], expected [a, ü]");
    }

    @Test
    void neverTakesAToolsFailureForALoss() {
        answers.add(DENIED);

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() -> markers().lost(seeded("a")))
                .withMessageStartingWith("Reading the marker in the MariaDB or MySQL database 'wordpress' of service"
                        + " 'db' as user 'wp': mariadb exited with 1 and said: ERROR 1045 (28000): Access denied");
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void asksAServerAgainThatIsNotThereYet() throws InterruptedException {
        answers.addAll(List.of(CUT, NO_SOCKET, new ExecResult(0, "a\n", "", Duration.ZERO)));

        assertThat(markers().lost(seeded("a"))).isEmpty();

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }

    private ExecResult answer(ExecRequest request) {
        return switch (request.words().get(0) + " "
                + request.words().get(request.words().size() - 1)) {
            case "cat /run/secrets/db_password" -> new ExecResult(0, "s3cret\n", "", Duration.ZERO);
            case "cat /run/secrets/db_root_password" -> new ExecResult(0, "the root's\n", "", Duration.ZERO);
            case "sh " + RunningPrograms.LIST -> new ExecResult(0, programs, "", Duration.ZERO);
            case "sh /var/lib/mysql/" -> DONE;
            default -> {
                asked.add(request);
                yield answers.remove();
            }
        };
    }

    /** As the client prints it, behind the statement that has failed. */
    private static ExecResult failure(String words, String number) {
        String statement = "--------------\nSELECT content FROM ci_marker ORDER BY id\n--------------\n\n";
        return new ExecResult(1, "", statement + "ERROR " + number + " " + words + "\n", Duration.ZERO);
    }

    private static Seeded seeded(String... rows) {
        return new Seeded(List.of(new Seed(DATABASE, new Marker("a", List.of(rows)))), List.of());
    }

    private Markers markers() {
        RenderedStack stack = States.stack("db");
        var volume = new VolumeMount("mariadb", "/var/lib/mysql/", Access.READ_WRITE);
        var database = new StackService("db", "mariadb:10.11", List.of(), List.of(volume), Map.of(), List.of());
        var plan = States.plan(
                new RenderedStack(
                        stack.name(),
                        stack.labels(),
                        List.of(database),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        ""),
                Masking.of(List.of(), List.of("s3cret")));
        return new Markers(DeployedApps.of(swarm, plan, Duration.ZERO), List.of(), time, time);
    }
}
