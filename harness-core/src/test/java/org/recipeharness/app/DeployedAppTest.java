package org.recipeharness.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recipeharness.swarm.States.failedTask;
import static org.recipeharness.swarm.States.plan;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.net.URI;
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
    void isAskedAtItsDomainAndHidesItsSecrets() {
        var masking = Masking.of(List.of(), List.of("s3cret"));
        var keepsASecret = new DeployedApp(swarm, plan(stack("app"), masking), Before.nothing(), Duration.ofSeconds(2));

        assertThat(keepsASecret.http("/x?key=s3cret")).hasToString("GET https://demo.lab.test/x?key=" + Masking.MASK);
        assertThat(keepsASecret.http(URI.create("http://other.demo.lab.test/")))
                .hasToString("GET http://other.demo.lab.test/");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app.http("x"))
                .withMessage("Asking demo.lab.test for 'x': expected a path that begins with a slash");
    }

    @Test
    void needsAMainServiceThatIsThere() {
        var plan = plan(stack("app"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppPlan(
                        plan.checkout(),
                        plan.domain(),
                        plan.access(),
                        plan.node(),
                        "web",
                        plan.stack(),
                        List.of(),
                        plan.masking()))
                .withMessageContaining(
                        "Its services: app. The main service is declared by @RecipeDeployment(mainService");
    }
}
