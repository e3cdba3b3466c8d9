package org.recipeharness.stack;

import java.util.List;
import java.util.Map;

/**
 * A service of a rendered stack.
 *
 * @param name the service's name within the stack, such as {@code app}
 * @param image what it is to run, as rendered
 * @param ports what it publishes
 * @param volumes the named volumes that it mounts, those of others left out
 * @param labels the labels that the service carries when it runs what was sent
 */
public record StackService(
        String name, String image, List<HostPort> ports, List<VolumeMount> volumes, Map<String, String> labels) {

    public StackService {
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
        labels = Map.copyOf(labels);
    }
}
