package org.recipeharness.neighbours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.Undeploy;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Variables;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackRendering;
import org.recipeharness.swarm.Changes;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.StackRefusedException;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stack of the run's own that has the usual names on an app's shared networks, as other people's stacks have there.
 *
 * <p>It is put there only where it can change an answer. That it can't be had makes nothing red.
 */
public final class Neighbour {

    private static final Logger LOG = LoggerFactory.getLogger(Neighbour.class);
    private static final Duration PULL_LIMIT = Duration.ofSeconds(60);
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(500);

    private final Swarm swarm;
    private final String run;
    private final StackName name;
    private final NeighbourWish wish;
    private final Set<String> networks = new TreeSet<>();
    private Optional<String> absence = Optional.empty();

    /**
     * Prepares a neighbour; nothing is sent yet.
     *
     * @param swarm where
     * @param run the run's id
     * @param shortRun what tells the run's stacks apart
     * @param wish what it is to be
     */
    public Neighbour(Swarm swarm, String run, String shortRun, NeighbourWish wish) {
        this.swarm = swarm;
        this.run = run;
        this.name = new StackName("neighbour-" + shortRun);
        this.wish = wish;
    }

    /**
     * Puts the neighbour beside an app that is about to be deployed, where it is not there yet.
     *
     * @param plan the app
     * @throws InterruptedException when the thread is interrupted; what was sent is to be removed all the same
     */
    public void beside(AppPlan plan) throws InterruptedException {
        absence = Optional.empty();
        Set<String> wanted = SharedNames.networks(plan.stack());
        boolean matters = SharedNames.names(plan.stack()).stream().anyMatch(wish.names()::contains);
        if (!matters || networks.containsAll(wanted)) {
            return;
        }
        absence = unavailable();
        if (absence.isEmpty()) {
            networks.addAll(wanted);
            try {
                swarm.deploy(rendered(plan));
            } catch (StackRefusedException | SwarmException e) {
                absence = Optional.of(String.valueOf(e.getMessage()));
            }
        }
    }

    private Optional<String> unavailable() throws InterruptedException {
        if (wish.image().isEmpty()) {
            return Optional.of("none is wanted (harness.neighbour-image)");
        }
        String image = wish.image().get();
        if (swarm.hasImage(image)) {
            return Optional.empty();
        }
        if (!wish.pulls()) {
            return Optional.of("the node has no image " + image + ", and none is pulled (harness.pull)");
        }
        PullOutcome outcome = swarm.pull(image, PULL_LIMIT);
        return outcome instanceof PullOutcome.Fetched
                ? Optional.empty()
                : Optional.of("the image " + image + " can't be had: " + outcome);
    }

    private RenderedStack rendered(AppPlan plan) {
        return new StackRendering(name, run, plan.checkout(), true)
                .render(ComposeDocument.read("the neighbour", document(), Variables.none()));
    }

    /** Found by DNS round robin, which works on any kernel. */
    private String document() {
        String aliases = wish.names().stream().map(Neighbour::quoted).collect(Collectors.joining(", "));
        String on = networks.stream()
                .map(network -> "      " + quoted(network) + ": {aliases: [" + aliases + "]}\n")
                .collect(Collectors.joining());
        String external = networks.stream()
                .map(network -> "  " + quoted(network) + ": {external: true}\n")
                .collect(Collectors.joining());
        return """
                version: "3.8"
                services:
                  neighbour:
                    image: %s
                    init: true
                    entrypoint: [sleep]
                    command: [infinity]
                    stop_grace_period: 1s
                    deploy:
                      endpoint_mode: dnsrr
                    networks:
                %snetworks:
                %s""".formatted(quoted(wish.image().orElseThrow()), on, external);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /**
     * Waits until the neighbour runs.
     *
     * @return why there is none; empty when it runs, and where none is needed
     * @throws InterruptedException when the thread is interrupted
     */
    public Optional<String> absence() throws InterruptedException {
        if (absence.isPresent() || networks.isEmpty()) {
            return absence;
        }
        Instant start = Instant.now();
        try (Changes changes = swarm.watch(name)) {
            while (swarm.tasks(name).stream().noneMatch(TaskState::isRunning)) {
                if (Duration.between(start, Instant.now()).compareTo(START_LIMIT) > 0) {
                    absence = Optional.of(
                            "its task does not run after " + START_LIMIT.toSeconds() + " s: " + swarm.tasks(name));
                    return absence;
                }
                changes.await(LONGEST_SILENCE);
            }
        }
        return Optional.empty();
    }

    /**
     * Tells where it is.
     *
     * @return the name of its stack, or empty where none was sent
     */
    public Optional<StackName> stack() {
        return networks.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** Asks for its removal without waiting for it, so that it goes while the app does. */
    public void beginToLeave() {
        if (!networks.isEmpty()) {
            swarm.remove(name).forEach(refusal -> LOG.debug("Removing the neighbour: {}", refusal));
        }
    }

    /**
     * Removes it, and looks until nothing is left of it.
     *
     * @param limit how long that may take
     * @throws SwarmException when something of it is still there after that time
     * @throws InterruptedException when the thread is interrupted
     */
    public void leave(Duration limit) throws InterruptedException {
        if (!networks.isEmpty()) {
            new Undeploy(swarm).remove(name, limit);
            networks.clear();
        }
    }
}
