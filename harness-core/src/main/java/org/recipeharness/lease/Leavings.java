package org.recipeharness.lease;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.recipeharness.readiness.Sleeper;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.Labelled;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What crashed runs have left. It is removed where a dead lease says that its run was under way, and never where a canonical or a
 * spared stack has it; of all else nobody knows whether it is wanted, so that is told and left alone.
 */
final class Leavings {

    private static final Logger LOG = LoggerFactory.getLogger(Leavings.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Swarm swarm;
    private final Holding holding;
    private final LongSupplier nanos;
    private final Sleeper sleeper;

    Leavings(Swarm swarm, Holding holding, LongSupplier nanos, Sleeper sleeper) {
        this.swarm = swarm;
        this.holding = holding;
        this.nanos = nanos;
        this.sleeper = sleeper;
    }

    /**
     * Removes what runs have left that were under way when their process died.
     *
     * @return those of which nothing is left; what of others could not be removed is told
     */
    Set<String> remove(Set<String> dead) throws InterruptedException {
        var gone = new TreeSet<String>();
        for (String run : dead) {
            try {
                remove(run);
                gone.add(run);
            } catch (SwarmException e) {
                LOG.warn("{}", e.getMessage());
            }
        }
        return gone;
    }

    private void remove(String run) throws InterruptedException {
        long start = nanos.getAsLong();
        List<Labelled> found = of(run);
        if (found.isEmpty()) {
            LOG.info("Run {} was killed, and has left nothing", run);
            return;
        }
        Set<String> stacks = found.stream().map(Leavings::stack).collect(Collectors.toSet());
        LOG.warn("Run {} was killed, and has left {}. Removing it", run, found);
        List<Labelled> left = found;
        while (!left.isEmpty() || !containers(stacks).isEmpty()) {
            var refusals = new ArrayList<String>();
            left.stream()
                    .filter(thing -> !isNetworkWithTasks(thing))
                    .forEach(thing -> swarm.remove(thing).ifPresent(refusals::add));
            if (Duration.ofNanos(nanos.getAsLong() - start).compareTo(holding.removeLimit()) > 0) {
                throw SwarmException.leftBehind("Removing what run " + run + " has left, which was killed: after "
                        + holding.removeLimit().toSeconds() + " s there is still " + left + ", and of its stacks "
                        + containers(stacks) + ". The engine's reasons: " + refusals + ". The next run tries again");
            }
            sleeper.pause(PAUSE);
            left = of(run);
        }
        LOG.warn(
                "Removed what run {} has left, in {} ms",
                run,
                Duration.ofNanos(nanos.getAsLong() - start).toMillis());
    }

    /** A network goes after its stack's tasks: see {@link org.recipeharness.app.Undeploy}. */
    private boolean isNetworkWithTasks(Labelled thing) {
        String stack = stack(thing);
        return thing.kind().equals(Leftovers.NETWORK)
                && !stack.isEmpty()
                && !swarm.tasks(new StackName(stack)).isEmpty();
    }

    private List<Labelled> of(String run) {
        return removable().stream()
                .filter(thing -> run.equals(thing.labels().get(RunLabels.RUN)))
                .toList();
    }

    /** All that runs have made and that goes with them. */
    private List<Labelled> removable() {
        return swarm.labelled(RunLabels.RUN).stream()
                .filter(thing -> !thing.labels().containsKey(RunLabels.CANONICAL))
                .filter(thing -> !isSpared(thing))
                .toList();
    }

    private boolean isSpared(Labelled thing) {
        return holding.spared().stream()
                .anyMatch(stack -> stack(thing).equals(stack) || thing.name().startsWith(stack + "_"));
    }

    /** The containers of services that are removed stay a while, and with them the ports that they have. */
    private List<String> containers(Set<String> stacks) {
        return stacks.stream()
                .filter(stack -> !stack.isEmpty())
                .flatMap(stack ->
                        swarm
                                .leftovers(new StackName(stack))
                                .byKind()
                                .getOrDefault(Leftovers.CONTAINER, List.of())
                                .stream())
                .toList();
    }

    private static String stack(Labelled thing) {
        return thing.labels().getOrDefault(ServiceState.STACK_LABEL, "");
    }

    /** Tells what is there of runs that no lease tells of: kept by somebody, or left by an older harness. */
    void tellOthers(Set<String> known) {
        Map<String, List<Labelled>> byRun = removable().stream()
                .collect(Collectors.groupingBy(
                        thing -> String.valueOf(thing.labels().get(RunLabels.RUN)), TreeMap::new, Collectors.toList()));
        byRun.keySet().removeAll(known);
        byRun.forEach((run, things) -> LOG.warn(
                "Left alone: {}. It is of run {}, of which no lease tells that it was killed: somebody has kept it, or an"
                        + " older harness has left it. Find it with: docker service ls --filter label={}={}",
                things,
                run,
                RunLabels.RUN,
                run));
    }
}
