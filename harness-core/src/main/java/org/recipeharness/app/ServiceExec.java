package org.recipeharness.app;

import java.util.Map;
import org.recipeharness.swarm.ExecRequest;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;

/** Runs commands inside a service, in the container of a task that runs at that moment. */
public final class ServiceExec {

    private final DeployedApp app;
    private final String service;

    ServiceExec(DeployedApp app, String service) {
        this.app = app;
        this.service = service;
    }

    /**
     * Names the service.
     *
     * @return its name within the stack
     */
    public String service() {
        return service;
    }

    /**
     * Runs a command; its exit code is for the caller to judge.
     *
     * @param words program and arguments; no shell reads them
     * @return how it ended
     * @throws SwarmException when the service has no running task, or the command is not finished within 30 s
     * @throws InterruptedException when the thread is interrupted
     */
    public ExecResult run(String... words) throws InterruptedException {
        return run(ExecRequest.of(words));
    }

    /**
     * Runs a command with an input or a limit of its own; its exit code is for the caller to judge.
     *
     * @param request what to run
     * @return how it ended
     * @throws SwarmException when the service has no running task, or the command is not finished within its limit
     * @throws InterruptedException when the thread is interrupted
     */
    public ExecResult run(ExecRequest request) throws InterruptedException {
        return app.swarm().exec(container(), request);
    }

    /**
     * Reads the environment in which a command would run now: that of the container, with what its image has.
     *
     * @return variable name to value; secrets may be among them
     * @throws SwarmException when the service has no running task
     */
    public Map<String, String> environment() {
        return app.swarm().environment(container());
    }

    Swarm swarm() {
        return app.swarm();
    }

    /**
     * Finds the container in which a command would run now.
     *
     * @return its id
     * @throws SwarmException when the service has no running task; its latest one is told
     */
    public String container() {
        ServiceState state = app.service(service);
        ServiceTasks tasks = app.tasksOf(state);
        return tasks.current().stream()
                .filter(TaskState::isRunning)
                .flatMap(task -> task.container().stream())
                .findFirst()
                .orElseThrow(() -> new SwarmException("Running a command in service '" + service + "' of stack "
                        + app.stack().name() + ": no task of it runs. " + tasks.describe(state)));
    }
}
