package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.plan;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.readiness.Look;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskPhase;

class DeployedAppTest {

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());
    private final DeployedApp app =
            new DeployedApp(swarm, plan(stack("app", "db")), Before.nothing(), Duration.ofSeconds(2));

    @Test
    void runsCommandsInTheContainerOfTheTaskThatRunsNow() throws InterruptedException {
        swarm.shows(
                List.of(service("app"), service("db")),
                List.of(
                        failedTask("app", 1, 1, "x"),
                        task("db", 2, TaskPhase.RUNNING),
                        task("app", 3, TaskPhase.RUNNING),
                        task("app", 4, TaskPhase.STARTING)));

        app.exec().run("true");
        app.exec("db").run("pg_isready", "-q");

        assertThat(swarm.operations())
                .containsExactly("exec in container-of-app3: true", "exec in container-of-db2: pg_isready -q");
    }

    @Test
    void tellsTheLatestTaskWhereNoneRuns() {
        swarm.shows(List.of(service("app")), List.of(failedTask("app", 1, 1, "no such file")));

        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() -> app.exec().container())
                .withMessage("Running a command in service 'app' of stack demo: no task of it runs. app 0/1 running,"
                        + " latest: task app1 failed with exit code 1: no such file");
    }

    @Test
    void countsAsNotReadyWhereACommandCannotRun() throws InterruptedException {
        swarm.shows(List.of(service("app")), List.of());
        var probe = new ExecProbe("ping", app.exec(), List.of("true"));

        assertThat(probe.look(Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        Look.NotYet.class, look -> assertThat(look.reason()).endsWith("app 0/1 running, no task yet"));
    }

    @Test
    void listsItsServicesForAnUnknownName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.exec("postgres"))
                .withMessageStartingWith("Looking for the service 'postgres' of stack demo: it has none of that name."
                        + " Its services: app, db");
        assertThatIllegalArgumentException().isThrownBy(() -> app.logs("postgres", 1));
    }

    @Test
    void tellsAServiceThatHasGoneFromTheSwarm() {
        assertThatExceptionOfType(SwarmException.class)
                .isThrownBy(() -> app.service("db"))
                .withMessageEndingWith("it was deployed, but is not on the swarm any more");
    }

    @Test
    void needsAMainServiceThatIsThere() {
        var plan = plan(stack("app"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppPlan(
                        plan.checkout(), plan.domain(), plan.node(), "web", plan.stack(), List.of(), plan.masking()))
                .withMessageContaining(
                        "Its services: app. The main service is declared by @RecipeDeployment(mainService");
    }
}
