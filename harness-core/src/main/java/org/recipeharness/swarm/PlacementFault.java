package org.recipeharness.swarm;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The reasons for which the scheduler finds no node for a task.
 *
 * <p>The words are those of the filters of SwarmKit, which are the same in engines 20.10 to 29.
 */
public enum PlacementFault {
    CONSTRAINT("scheduling constraints not satisfied"),
    RESERVATION("insufficient resources"),
    PLATFORM("unsupported platform"),
    PLUGIN("missing plugin"),
    VOLUME("cannot fulfill requested"),
    SPREAD("max replicas per node limit"),
    PORT_HELD("host-mode port already in use"),
    /** All nodes, or those that the other filters leave, are down, paused or drained. */
    NODE_AWAY("not available for new tasks");

    private static final String NO_NODE = "no suitable node (";

    private final String words;

    PlacementFault(String words) {
        this.words = words;
    }

    /**
     * Read why a task waits for a node.
     *
     * @param task the task
     * @return one for each filter that excludes nodes, in the order of the constants; empty if the task does not wait for a node
     */
    public static Set<PlacementFault> of(TaskState task) {
        Set<PlacementFault> found = EnumSet.noneOf(PlacementFault.class);
        if (task.phase() == TaskPhase.PENDING && task.message().startsWith(NO_NODE)) {
            Arrays.stream(values())
                    .filter(fault -> task.message().contains(fault.words))
                    .forEach(found::add);
        }
        return found;
    }
}
