package org.recipeharness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
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

/** What a psql 15.18 says is what a real one has said to these very requests. */
class PostgresMarkersTest {

    private static final PostgresDatabase DATABASE = new PostgresDatabase("db", "mattermost", "chat");
    private static final String SOCKET =
            "psql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: ";
    private static final ExecResult NO_SOCKET = new ExecResult(
            2,
            "",
            SOCKET
                    + "No such file or directory\n\tIs the server running locally and accepting connections on that socket?\n",
            Duration.ZERO);
    private static final ExecResult ENDING =
            new ExecResult(2, "", SOCKET + "FATAL:  the database system is shutting down\n", Duration.ZERO);
    private static final ExecResult CUT = new ExecResult(2, "", """
                    FATAL:  terminating connection due to administrator command
                    server closed the connection unexpectedly
                    """, Duration.ZERO);
    private static final ExecResult NO_TABLE = new ExecResult(3, "", """
                    ERROR:  relation "ci_marker" does not exist
                    LINE 1: SELECT content FROM ci_marker ORDER BY id;
                                                ^
                    """, Duration.ZERO);
    private static final ExecResult NO_DATABASE =
            new ExecResult(2, "", SOCKET + "FATAL:  database \"mattermost\" does not exist\n", Duration.ZERO);
    private static final ExecResult NO_ROLE =
            new ExecResult(2, "", SOCKET + "FATAL:  role \"chat\" does not exist\n", Duration.ZERO);
    private static final ExecResult DONE = new ExecResult(0, "", "", Duration.ZERO);

    private final FakeTime time = new FakeTime();
    private final List<ExecRequest> asked = new ArrayList<>();
    private final Deque<ExecResult> answers = new ArrayDeque<>();
    private final FakeSwarm swarm = new FakeSwarm(time)
            .shows(
                    List.of(service("app"), service("db")),
                    List.of(task("app", 1, TaskPhase.RUNNING), task("db", 1, TaskPhase.RUNNING)))
            .telling("container-of-app1", Map.of("POSTGRES_USER", "chat", "POSTGRES_HOST", "db"))
            .telling(
                    "container-of-db1",
                    Map.of(
                            "PGDATA", "/var/lib/postgresql/data",
                            "POSTGRES_USER", "chat",
                            "POSTGRES_DB", "mattermost",
                            "POSTGRES_PASSWORD_FILE", "/run/secrets/db_password"))
            .running(this::answer);

    @Test
    void findsTheDatabaseByItsContainersVariablesAndSeedsItInsteadOfItsVolume() throws InterruptedException {
        answers.add(DONE);

        Seeded seeded = markers().seed();

        assertThat(seeded.seeds())
                .extracting(Seed::store)
                .containsExactly(DATABASE, new VolumeFolder("app", "content", "/content"));
        assertThat(seeded.uncovered()).isEmpty();
        ExecRequest psql = asked.get(0);
        assertThat(psql)
                .hasToString("psql -X -w -qAt -v ON_ERROR_STOP=1 -U chat -d mattermost")
                .extracting(ExecRequest::variables)
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
                .containsEntry("PGPASSWORD", "s3cret");
        Marker marker = seeded.seeds().get(0).marker();
        assertThat(psql.input())
                .startsWith("BEGIN;\nDROP TABLE IF EXISTS ci_marker;\nCREATE TABLE ci_marker (")
                .contains("VALUES (2, '" + marker.rows().get(1) + "');\n")
                .endsWith("COMMIT;\n");
    }

    @Test
    void tellsADatabaseThatRefusesAsNotCoveredWithItsWordsAndWithoutSecrets() throws InterruptedException {
        answers.add(new ExecResult(3, "", "ERROR:  permission denied for schema s3cret\n", Duration.ZERO));

        Seeded seeded = markers().seed();

        assertThat(seeded.uncovered())
                .containsExactly("PostgreSQL database 'mattermost' of service 'db': psql exited with 3 and said:"
                        + " ERROR:  permission denied for schema ********");
    }

    @Test
    void comparesRowByRow() throws InterruptedException {
        answers.add(rows("a", "ü"));
        assertThat(markers().lost(seeded("a", "ü"))).isEmpty();

        answers.add(rows("a"));
        assertThat(markers().lost(seeded("a", "ü")))
                .containsExactly("PostgreSQL database 'mattermost' of service 'db': the table ci_marker holds [a],"
                        + " expected [a, ü]");
    }

    @Test
    void tellsATableAndADatabaseThatAreGoneInTheServersOwnWords() throws InterruptedException {
        answers.add(NO_TABLE);
        assertThat(markers().lost(seeded("a")))
                .singleElement()
                .asString()
                .startsWith("PostgreSQL database 'mattermost' of service 'db': psql exited with 3 and said: ERROR:"
                        + "  relation \"ci_marker\" does not exist / LINE 1: ");

        answers.add(NO_DATABASE);
        assertThat(markers().lost(seeded("a")))
                .singleElement()
                .asString()
                .endsWith("FATAL:  database \"mattermost\" does not exist");
        answers.add(NO_TABLE);
        assertThat(markers().present(seeded("a"))).isEmpty();
    }

    @Test
    void neverTakesAToolsFailureForALoss() {
        answers.add(NO_ROLE);

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() -> markers().lost(seeded("a")))
                .withMessageStartingWith("Reading the marker in the PostgreSQL database 'mattermost' of service 'db'"
                        + " as user 'chat': psql exited with 2 and said: ")
                .withMessageContaining("role \"chat\" does not exist");
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void asksAServerAgainThatIsNotThereYet() throws InterruptedException {
        answers.addAll(List.of(CUT, ENDING, NO_SOCKET, rows("a")));

        assertThat(markers().lost(seeded("a"))).isEmpty();

        assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void givesAServerUpThatStaysAway() {
        for (int i = 0; i < 100; i++) {
            answers.add(NO_SOCKET);
        }

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() -> markers().lost(seeded("a")))
                .withMessageContaining("Is the server running locally");

        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void tellsADatabaseWhoseServiceTheHeadHasNoMore() throws InterruptedException {
        var renamed = new PostgresDatabase("postgres", "mattermost", "chat");

        assertThat(markers().lost(new Seeded(List.of(new Seed(renamed, new Marker("a", List.of("a")))), List.of())))
                .containsExactly("PostgreSQL database 'mattermost' of service 'postgres': the app has no such service"
                        + " any more (services now: app, db)");
    }

    @Test
    void takesWhatIsDeclaredOverWhatIsFound() throws InterruptedException {
        answers.add(DONE);
        var declared = new DeclaredDatabase("db", "other", "owner", "owner_password");

        Seeded seeded = markers(declared).seed();

        assertThat(seeded.seeds().get(0).store()).isEqualTo(new PostgresDatabase("db", "other", "owner"));
        assertThat(asked.get(0).variables()).containsEntry("PGPASSWORD", "the owner's");
    }

    @Test
    void doesNotPassOverADeclaredDatabaseThatRefuses() {
        answers.add(NO_ROLE);

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() ->
                        markers(new DeclaredDatabase("db", "", "chat", "")).seed())
                .withMessageStartingWith("Seeding the PostgreSQL database 'mattermost' of service 'db', which the test"
                        + " declares (service 'db', user 'chat'): psql exited with 2 and said: ")
                .withMessageContaining(
                        "Its container has the variables: POSTGRES_DB, POSTGRES_PASSWORD_FILE, POSTGRES_USER.");
    }

    private ExecResult answer(ExecRequest request) {
        if (request.toString().startsWith("sh -c find ")) {
            return new ExecResult(0, "", "", Duration.ZERO);
        }
        if (request.words().contains(RunningPrograms.LIST)) {
            return new ExecResult(0, "sh\n", "", Duration.ZERO);
        }
        return switch (request.toString()) {
            case "cat /run/secrets/db_password" -> new ExecResult(0, "s3cret\n", "", Duration.ZERO);
            case "cat /run/secrets/owner_password" -> new ExecResult(0, "the owner's\n", "", Duration.ZERO);
            default -> {
                asked.add(request);
                yield answers.remove();
            }
        };
    }

    private static ExecResult rows(String... rows) {
        return new ExecResult(0, String.join("\n", rows) + "\n", "", Duration.ZERO);
    }

    private static Seeded seeded(String... rows) {
        return new Seeded(List.of(new Seed(DATABASE, new Marker("a", List.of(rows)))), List.of());
    }

    private Markers markers(DeclaredDatabase... declared) {
        RenderedStack stack = States.stack("app");
        var services = List.of(
                mounting("app", new VolumeMount("content", "/content", Access.READ_WRITE)),
                mounting("db", new VolumeMount("db-data", "/var/lib/postgresql/data", Access.READ_WRITE)));
        var plan = States.plan(
                new RenderedStack(
                        stack.name(),
                        stack.labels(),
                        services,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        ""),
                Masking.of(List.of(), List.of("s3cret")));
        return new Markers(DeployedApps.of(swarm, plan, Duration.ZERO), List.of(declared), time, time);
    }

    private static StackService mounting(String name, VolumeMount volume) {
        return new StackService(name, "example/" + name + ":1", List.of(), List.of(volume), Map.of(), List.of());
    }
}
