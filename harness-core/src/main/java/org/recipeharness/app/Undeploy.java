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

/**
 * Removes a stack with all that belongs to it, and waits until nothing of it is left.
 *
 * <p>The order matters: services, containers, tasks, and only then networks. If a network goes before swarm has forgotten the tasks
 * on it, each of them keeps its address on the networks that the stack shares with others (moby 37338), and since engine 27 another
 * stack may get the subnet before the node has released it.
 */
public final class Undeploy {

    private static final Logger LOG = LoggerFactory.getLogger(Undeploy.class);
    // Swarm has no events of tasks.
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(200);

    private final Swarm swarm;

    /**
     * Prepares to remove stacks from a swarm.
     *
     * @param swarm the swarm
     */
    public Undeploy(Swarm swarm) {
        this.swarm = swarm;
    }

    /**
     * Removes a stack: services, tasks, networks, secrets, configs and volumes. Its containers on the engine's node are killed, not
     * stopped gracefully, because their data is being deleted.
     *
     * @param stack the stack's name; if there is no such stack, the method returns at once
     * @param limit how long the removal may take
     * @throws SwarmException if something of the stack is still there after that time; the message lists it
     * @throws InterruptedException if the thread is interrupted; the removal may be half done
     */
    public void remove(StackName stack, Duration limit) throws InterruptedException {
        end(stack, limit, true);
    }

    /**
     * Removes a stack but keeps its volumes: services, tasks, networks, secrets and configs.
     *
     * @param stack the stack's name
     * @param limit how long the removal may take
     * @throws SwarmException if something of the stack is still there after that time; the message lists it
     * @throws InterruptedException if the thread is interrupted; the removal may be half done
     */
    public void shelve(StackName stack, Duration limit) throws InterruptedException {
        end(stack, limit, false);
    }

    /**
     * Return the commands that remove a stack by hand and keep its volumes. {@code docker stack rm} alone loses addresses of shared
     * networks.
     *
     * @param stack the stack's name
     * @return two commands with what to wait for between them
     */
    public static String byHand(StackName stack) {
        return "docker service rm $(docker stack services -q " + stack + "), then, once 'docker stack ps " + stack
                + "' finds nothing: docker stack rm " + stack;
    }

    private void end(StackName stack, Duration limit, boolean withVolumes) throws InterruptedException {
        Instant start = Instant.now();
        try (Changes changes = swarm.watch(stack)) {
            for (Round round = removeMore(stack, withVolumes); !round.gone(); round = removeMore(stack, withVolumes)) {
                if (Duration.between(start, Instant.now()).compareTo(limit) > 0) {
                    throw SwarmException.leftBehind("Removing the stack " + stack + ": after " + limit.toSeconds()
                            + " s there is still " + left(stack, withVolumes) + ". The engine's reasons: "
                            + round.refusals() + ". Remove it by hand: " + byHand(stack));
                }
                changes.await(LONGEST_SILENCE);
            }
        }
        LOG.info(
                "Removed stack {}{} in {} ms",
                stack,
                withVolumes ? "" : " but for its volumes",
                Duration.between(start, Instant.now()).toMillis());
    }

    /** Requests the removal of what can go by now. What the engine refused is requested again in the next round. */
    private Round removeMore(StackName stack, boolean withVolumes) {
        List<String> refusals = new ArrayList<>(swarm.remove(stack));
        if (withVolumes) {
            // Swarm takes three seconds before it begins to stop a task.
            refusals.addAll(swarm.removeContainers(stack));
        }
        if (!swarm.tasks(stack).isEmpty()) {
            return new Round(false, refusals);
        }
        refusals.addAll(swarm.removeNetworks(stack));
        Leftovers left = left(stack, withVolumes);
        if (withVolumes && !left.has(Leftovers.CONTAINER)) {
            refusals.addAll(swarm.removeVolumes(stack));
            left = left(stack, true);
        }
        return new Round(left.isNothing(), refusals);
    }

    /**
     * One round of a removal.
     *
     * @param gone whether nothing is left behind it
     * @param refusals the engine's reasons for what it did not remove
     */
    private record Round(boolean gone, List<String> refusals) {}

    private Leftovers left(StackName stack, boolean withVolumes) {
        Leftovers all = swarm.leftovers(stack);
        if (!withVolumes) {
            all = all.without(Leftovers.VOLUME);
        }
        return all.isNothing() ? remembered(stack) : all;
    }

    /** Swarm may remember the task of a container that was removed by force, and would report it to whoever deploys next. */
    private Leftovers remembered(StackName stack) {
        return new Leftovers(
                Map.of("task", swarm.tasks(stack).stream().map(TaskState::id).toList()));
    }
}
