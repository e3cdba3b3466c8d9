package org.recipeharness.app;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.http.HttpRequest;
import org.recipeharness.readiness.Liveness;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;

/** A recipe's app as it runs on the swarm; what a test of a recipe is given. */
public final class DeployedApp {

    private final Swarm swarm;
    private final AppPlan plan;
    private final Before before;
    private final Duration deployTime;

    DeployedApp(Swarm swarm, AppPlan plan, Before before, Duration deployTime) {
        this.swarm = swarm;
        this.plan = plan;
        this.before = before;
        this.deployTime = deployTime;
    }

    /**
     * Return an app that is not deployed yet, from which a probe can be made to learn its name.
     *
     * @param swarm where it will be deployed
     * @param plan what will be deployed
     * @return the app; nothing answers at its addresses
     */
    public static DeployedApp planned(Swarm swarm, AppPlan plan) {
        return new DeployedApp(swarm, plan, Before.nothing(), Duration.ZERO);
    }

    /**
     * Tells which recipe at which commit is deployed.
     *
     * @return the checkout that was rendered
     */
    public Checkout checkout() {
        return plan.checkout();
    }

    /**
     * Tells the domain that the app answers at.
     *
     * @return such as {@code mumble-1f0c3a.lab.test}
     */
    public String domain() {
        return plan.domain();
    }

    /**
     * Tells what was sent to the swarm.
     *
     * @return the rendered stack, with the adaptations that the host needed
     */
    public RenderedStack stack() {
        return plan.stack();
    }

    /**
     * Tells how long the deploy took, from the command to the proof.
     *
     * @return the time
     */
    public Duration deployTime() {
        return deployTime;
    }

    /**
     * Gives the address of a port that the app publishes on the swarm's nodes.
     *
     * @param port the published port
     * @return where to connect to
     */
    public InetSocketAddress address(int port) {
        return new InetSocketAddress(plan.node(), port);
    }

    /**
     * Begins to ask the app for something over HTTPS at its domain, through the ingress where one is set.
     *
     * @param path what to ask for, from the slash on, such as {@code /api/v1/version?full=1}
     * @return a GET of it, to be sent, or to be changed before
     * @throws IllegalArgumentException when the path begins otherwise, or can't stand in an address
     */
    public HttpRequest http(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "Asking " + domain() + " for '" + path + "': expected a path that begins with a slash");
        }
        return http(URI.create("https://" + domain() + path));
    }

    /**
     * Begins to ask for something at another address than the app's domain, such as at a domain below it.
     *
     * @param address an {@code http} or {@code https} address; the ingress is asked where it is that of the app's domain, of the
     *     zone, or of a domain below them
     * @return a GET of it, to be sent, or to be changed before
     * @throws IllegalArgumentException when it is no such address
     */
    public HttpRequest http(URI address) {
        return plan.access().request(address, this::mask);
    }

    /**
     * Opens the main service for commands.
     *
     * @return exec in the service that the deployment declares as its main one, {@code app} by default
     */
    public ServiceExec exec() {
        return exec(plan.mainService());
    }

    /**
     * Opens a service for commands.
     *
     * @param service its name within the stack, such as {@code postgres}
     * @return exec in that service
     * @throws IllegalArgumentException when the stack has no such service; its services are listed
     */
    public ServiceExec exec(String service) {
        requireKnown(service);
        return new ServiceExec(this, service);
    }

    /**
     * Opens a service for files, also of a container without a shell.
     *
     * @param service its name within the stack
     * @return the files of that service's container
     * @throws IllegalArgumentException when the stack has no such service; its services are listed
     */
    public ServiceFiles files(String service) {
        return new ServiceFiles(exec(service));
    }

    /**
     * Looks at the services as they are now.
     *
     * @return by name
     */
    public List<ServiceState> services() {
        return swarm.services(stack().name());
    }

    /**
     * Tells which of the services that were sent have a running task now.
     *
     * @return their names within the stack
     */
    public List<String> running() {
        List<TaskState> tasks = tasks();
        return services().stream()
                .filter(service -> stack().service(service.shortName()).isPresent())
                .filter(service ->
                        tasks.stream().anyMatch(task -> task.service().equals(service.id()) && task.isRunning()))
                .map(ServiceState::shortName)
                .toList();
    }

    /**
     * Looks for services that a former version had: a deploy leaves them running, as it does not prune.
     *
     * @return their names within the stack
     */
    public List<String> orphans() {
        return services().stream()
                .map(ServiceState::shortName)
                .filter(service -> stack().service(service).isEmpty())
                .toList();
    }

    /**
     * Looks for services whose tasks this deploy has replaced, because they are to be something else than before.
     *
     * @return their names within the stack; empty after a first deploy
     */
    public List<String> replaced() {
        return services().stream()
                .filter(before::isReplaced)
                .map(ServiceState::shortName)
                .toList();
    }

    /**
     * Looks at one service as it is now.
     *
     * @param service its name within the stack
     * @return the service
     * @throws IllegalArgumentException when the stack has no such service; its services are listed
     * @throws SwarmException when it is not on the swarm any more
     */
    public ServiceState service(String service) {
        requireKnown(service);
        return services().stream()
                .filter(each -> each.shortName().equals(service))
                .findFirst()
                .orElseThrow(() -> new SwarmException("Looking for service '" + service + "' of stack " + stack().name()
                        + ": it was deployed, but is not on the swarm any more"));
    }

    /**
     * Looks at the tasks as they are now, those of the past included.
     *
     * @return the oldest first
     */
    public List<TaskState> tasks() {
        return swarm.tasks(stack().name());
    }

    /**
     * Reads the last log lines of a service.
     *
     * @param service its name within the stack
     * @param lines how many at most
     * @return in the order of time
     * @throws InterruptedException when the thread is interrupted
     */
    public List<String> logs(String service, int lines) throws InterruptedException {
        return swarm.logs(service(service), lines);
    }

    /**
     * Watches for a crash loop while something is waited for.
     *
     * @return a liveness that ends a wait when the third task of a service has failed
     */
    public Liveness liveness() {
        return new CrashWatch(swarm, plan, before);
    }

    /**
     * Hides the app's secrets.
     *
     * @param text any text that is about to be kept or shown
     * @return the text without them
     */
    public String mask(String text) {
        return plan.masking().mask(text);
    }

    ServiceTasks tasksOf(ServiceState service) {
        return ServiceTasks.of(service, tasks(), before);
    }

    Swarm swarm() {
        return swarm;
    }

    private void requireKnown(String service) {
        if (stack().service(service).isEmpty()) {
            throw AppPlan.unknownService(service, stack());
        }
    }

    @Override
    public String toString() {
        return plan.checkout() + " at " + plan.domain();
    }
}
