package org.recipeharness.load;

import static org.recipeharness.swarm.States.plan;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.stack;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.DeployedApps;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.TaskPhase;

/** An app with a main service that has two containers, and a database. */
record Demo(FakeSwarm swarm) {

    static final String FIRST = "container-of-app2";
    static final String SECOND = "container-of-app3";
    static final String DATABASE = "container-of-db1";

    private static final List<ServiceState> SERVICES = List.of(service("app"), service("db"));

    static Demo running() {
        return new Demo(new FakeSwarm(new FakeTime())
                .shows(
                        SERVICES,
                        List.of(
                                task("app", 1, TaskPhase.SHUTDOWN),
                                task("app", 2, TaskPhase.RUNNING),
                                task("app", 3, TaskPhase.RUNNING),
                                task("db", 1, TaskPhase.RUNNING)))
                .shows(SERVICES, List.of(task("app", 4, TaskPhase.RUNNING), task("db", 1, TaskPhase.RUNNING))));
    }

    DeployedApp app() {
        return DeployedApps.of(swarm, plan(stack("app", "db")), Duration.ZERO);
    }

    /** Gives the main service another container. */
    void deployAgain() throws InterruptedException {
        swarm.watch(app().stack().name()).await(Duration.ZERO);
    }

    List<String> operations() {
        return swarm.operations();
    }
}
