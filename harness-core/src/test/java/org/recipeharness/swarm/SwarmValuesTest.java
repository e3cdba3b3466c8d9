package org.recipeharness.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SwarmValuesTest {

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "REJECTED", "ORPHANED"})
    void callATaskFailedThatNobodyEnded(TaskPhase phase) {
        assertThat(phase.isFailure()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"FAILED", "REJECTED", "ORPHANED"})
    void callNoOtherTaskFailed(TaskPhase phase) {
        assertThat(phase.isFailure()).isFalse();
    }

    @Test
    void countATaskOnlyWhenItRunsAndIsMeantTo() {
        TaskState running = States.task("app", 1, TaskPhase.RUNNING);
        var onItsWayOut = new TaskState(
                "app1",
                "app-id",
                1,
                running.spec(),
                TaskPhase.RUNNING,
                TaskPhase.SHUTDOWN,
                States.START,
                States.START,
                running.container(),
                running.exit(),
                "");

        assertThat(running.isRunning()).isTrue();
        assertThat(onItsWayOut.isRunning()).isFalse();
        assertThat(States.task("app", 1, TaskPhase.STARTING).isRunning()).isFalse();
    }

    @Test
    void tellATaskWithExitCodeAndReason() {
        assertThat(States.failedTask("app", 1, 137, "out of memory"))
                .hasToString("task app1 failed with exit code 137: out of memory");
        assertThat(States.failedTask("app", 1, 0, "")).hasToString("task app1 failed");
    }

    @ParameterizedTest
    @EnumSource(names = {"UPDATING", "ROLLBACK_STARTED"})
    void knowTheUpdatesThatGoOnByThemselves(UpdateState.Phase phase) {
        assertThat(phase.isUnderWay()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"UPDATING", "ROLLBACK_STARTED"})
    void knowTheUpdatesThatStay(UpdateState.Phase phase) {
        assertThat(phase.isUnderWay()).isFalse();
    }

    @Test
    void nameAServiceAsItsComposeFileDoes() {
        assertThat(States.service("app").shortName()).isEqualTo("app");
        assertThat(new ServiceState(
                                "id",
                                "alone",
                                "",
                                1,
                                Map.of(),
                                List.of(),
                                States.spec("1"),
                                States.spec("ports"),
                                States.service("app").update())
                        .shortName())
                .isEqualTo("alone");
    }

    @Test
    void listWhatIsLeftByKind() {
        var left = new Leftovers(
                Map.of("volume", List.of("demo_data"), "network", List.of("a", "b"), "secret", List.of()));

        assertThat(left).hasToString("network a, b; volume demo_data");
        assertThat(left.has("volume")).isTrue();
        assertThat(left.has("secret")).isFalse();
        assertThat(left.isNothing()).isFalse();
        assertThat(new Leftovers(Map.of("secret", List.of())).isNothing()).isTrue();
    }

    @Test
    void needAProgramToRun() {
        assertThatIllegalArgumentException().isThrownBy(ExecRequest::of);
    }
}
