package org.recipeharness.swarm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recipeharness.stack.ContentDigest;
import org.recipeharness.stack.HostPort;

/**
 * A service as the swarm holds it now.
 *
 * @param id the service's id
 * @param name its full name, {@code <stack>_<service>}
 * @param image the image of its spec, with the digest where one was resolved
 * @param replicas how many tasks it is to have; for a global service as many as nodes run it
 * @param labels the labels of its spec
 * @param hostPorts the ports that its tasks take on their nodes
 * @param taskSpec what its tasks are told to be
 * @param endpointSpec how its ports are published; a change of it replaces the tasks too
 * @param update how its latest update goes; empty before the first one
 */
public record ServiceState(
        String id,
        String name,
        String image,
        int replicas,
        Map<String, String> labels,
        List<HostPort> hostPorts,
        ContentDigest taskSpec,
        ContentDigest endpointSpec,
        Optional<UpdateState> update) {

    /** The label by which docker marks all that belongs to a stack. */
    public static final String STACK_LABEL = "com.docker.stack.namespace";

    public ServiceState {
        labels = Map.copyOf(labels);
        hostPorts = List.copyOf(hostPorts);
    }

    /**
     * Names the service as the compose file does.
     *
     * @return the name without the stack's prefix
     */
    public String shortName() {
        String stack = labels.get(STACK_LABEL);
        return stack != null && name.startsWith(stack + "_") ? name.substring(stack.length() + 1) : name;
    }
}
