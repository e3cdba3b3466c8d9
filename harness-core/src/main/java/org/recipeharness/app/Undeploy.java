package org.recipeharness.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.Changes;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.swarm.TaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes a stack with all that belongs to it, and looks until nothing of it is left. */
public final class Undeploy {

    private static final Logger LOG = LoggerFactory.getLogger(Undeploy.class);
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(500);

    private final Swarm swarm;

    /**
     * Prepares to remove from a swarm.
     *
     * @param swarm where from
     */
    public Undeploy(Swarm swarm) {
        this.swarm = swarm;
    }

    /**
     * Removes a stack: services, tasks, networks, secrets, configs and volumes. Its containers on the engine's node are not given
     * the time to end by themselves, as their data goes too.
     *
     * @param stack which; one that is not there is removed at once
     * @param limit how long it may take
     * @throws SwarmException when something of it is still there after that time; it is listed
     * @throws InterruptedException when the thread is interrupted; the removal may be half done
     */
    public void remove(StackName stack, Duration limit) throws InterruptedException {
        end(stack, limit, true);
    }

    /**
     * Removes a stack, and keeps its volumes: services, tasks, networks, secrets and configs.
     *
     * @param stack which
     * @param limit how long it may take
     * @throws SwarmException when something of it is still there after that time; it is listed
     * @throws InterruptedException when the thread is interrupted; the removal may be half done
     */
    public void shelve(StackName stack, Duration limit) throws InterruptedException {
        end(stack, limit, false);
    }

    private void end(StackName stack, Duration limit, boolean withVolumes) throws InterruptedException {
        Instant start = Instant.now();
        try (Changes changes = swarm.watch(stack)) {
            List<String> refusals = ask(stack, withVolumes);
            for (Leftovers left = left(stack, withVolumes); !left.isNothing(); left = left(stack, withVolumes)) {
                if (Duration.between(start, Instant.now()).compareTo(limit) > 0) {
                    throw SwarmException.leftBehind("Removing the stack " + stack + ": after " + limit.toSeconds()
                            + " s there is still " + left + ". The engine's reasons: " + refusals
                            + ". Look at it with 'docker stack ps " + stack + "' and remove it by hand");
                }
                changes.await(LONGEST_SILENCE);
                // Refused while a container still hangs on it, a network or a volume is asked for again.
                refusals = ask(stack, withVolumes);
            }
        }
        LOG.info(
                "Removed stack {}{} in {} ms",
                stack,
                withVolumes ? "" : " but for its volumes",
                Duration.between(start, Instant.now()).toMillis());
    }

    private List<String> ask(StackName stack, boolean withVolumes) {
        var refusals = new ArrayList<>(swarm.remove(stack));
        if (withVolumes) {
            // The swarm takes three seconds before it begins to stop a task; what goes with its data need not wait for
            // that.
            refusals.addAll(swarm.removeContainers(stack));
            if (!swarm.leftovers(stack).has(Leftovers.CONTAINER)) {
                refusals.addAll(swarm.removeVolumes(stack));
            }
        }
        return refusals;
    }

    private Leftovers left(StackName stack, boolean withVolumes) {
        Leftovers all = swarm.leftovers(stack);
        if (!withVolumes) {
            all = all.without(Leftovers.VOLUME);
        }
        return all.isNothing() ? remembered(stack) : all;
    }

    /** The swarm may remember the task of a container that was removed by force, and would show it to whoever deploys next. */
    private Leftovers remembered(StackName stack) {
        return new Leftovers(
                Map.of("task", swarm.tasks(stack).stream().map(TaskState::id).toList()));
    }
}
