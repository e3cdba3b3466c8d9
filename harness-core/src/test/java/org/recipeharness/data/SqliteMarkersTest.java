package org.recipeharness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApps;
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

class SqliteMarkersTest {

    private static final SqliteFile DATABASE = new SqliteFile("app", "/data/murmur.sqlite");
    private static final ExecResult NO_TABLE =
            new ExecResult(1, "", "Parse error near line 1: no such table: ci_marker\n", Duration.ZERO);
    private static final ExecResult DAMAGED =
            new ExecResult(1, "", "Error: near line 1: database disk image is malformed\n", Duration.ZERO);
    private static final ExecResult NO_PROGRAM =
            new ExecResult(126, "exec: \"sqlite3\": executable file not found in $PATH", "", Duration.ZERO);

    private final List<ExecRequest> asked = new ArrayList<>();
    private ExecResult answer = new ExecResult(0, "", "", Duration.ZERO);
    private final FakeSwarm swarm = new FakeSwarm(new FakeTime())
            .shows(List.of(service("app")), List.of(task("app", 1, TaskPhase.RUNNING)))
            .running(this::answer);

    @Test
    void seedsADatabaseThatLiesOnAVolumeAndTheVolumeToo() throws InterruptedException {
        Seeded seeded = markers().seed();

        assertThat(seeded.seeds())
                .extracting(Seed::store)
                .containsExactly(DATABASE, new VolumeFolder("app", "data", "/data"));
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request).hasToString("sqlite3 -bail -cmd .timeout 20000 /data/murmur.sqlite");
            assertThat(request.input())
                    .startsWith("BEGIN;\nDROP TABLE IF EXISTS ci_marker;\n")
                    .endsWith("COMMIT;\n");
        });
    }

    @Test
    void tellsADatabaseThatNobodyCanReach() throws InterruptedException {
        answer = NO_PROGRAM;

        assertThat(markers().seed().uncovered())
                .containsExactly(
                        "SQLite database /data/murmur.sqlite of service 'app': exec: \"sqlite3\": executable file"
                                + " not found in $PATH");
    }

    @Test
    void tellsATableThatIsGoneAndOneThatHoldsSomethingElse() throws InterruptedException {
        answer = NO_TABLE;
        assertThat(markers().lost(seeded())).singleElement().asString().endsWith("no such table: ci_marker");
        assertThat(markers().present(seeded())).isEmpty();

        answer = new ExecResult(0, "other\n", "", Duration.ZERO);
        assertThat(markers().lost(seeded()))
                .containsExactly(
                        "SQLite database /data/murmur.sqlite of service 'app': the table ci_marker holds [other],"
                                + " expected [a, b]");

        answer = new ExecResult(0, "a\nb\n", "", Duration.ZERO);
        assertThat(markers().lost(seeded())).isEmpty();
    }

    @Test
    void neverTakesAFailureForALoss() {
        answer = DAMAGED;

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() -> markers().lost(seeded()))
                .withMessageContaining("malformed");
    }

    private ExecResult answer(ExecRequest request) {
        if (request.toString().startsWith("sh -c find ")) {
            return new ExecResult(0, DATABASE.file() + "\n", "", Duration.ZERO);
        }
        if (request.words().contains(RunningPrograms.LIST)) {
            return new ExecResult(0, "sh\n", "", Duration.ZERO);
        }
        asked.add(request);
        return answer;
    }

    private static Seeded seeded() {
        return new Seeded(List.of(new Seed(DATABASE, new Marker("a", List.of("a", "b")))), List.of());
    }

    private Markers markers() {
        RenderedStack stack = States.stack("app");
        var mount = new VolumeMount("data", "/data", Access.READ_WRITE);
        var service = new StackService("app", "example/app:1", List.of(), List.of(mount), Map.of(), List.of());
        var plan = States.plan(new RenderedStack(
                stack.name(),
                stack.labels(),
                List.of(service),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                ""));
        return new Markers(DeployedApps.of(swarm, plan, Duration.ZERO));
    }
}
