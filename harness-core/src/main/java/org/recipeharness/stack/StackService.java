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
 * @param labels the labels by which a run tells that the service is what it has sent
 * @param declared the labels that the recipe gives it
 * @param names by which names it is found, and where it may be told whom to ask
 * @param given what it runs with
 */
public record StackService(
        String name,
        String image,
        List<HostPort> ports,
        List<VolumeMount> volumes,
        Map<String, String> labels,
        List<StackLabel> declared,
        ServiceNames names,
        Provision given) {

    public StackService {
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
        labels = Map.copyOf(labels);
        declared = List.copyOf(declared);
    }

    /**
     * Makes a service that is found by its name alone, and of which it does not matter what it runs with.
     *
     * @param name the service's name within the stack
     * @param image what it is to run
     * @param ports what it publishes
     * @param volumes the named volumes that it mounts
     * @param labels the labels by which a run tells that the service is what it has sent
     * @param declared the labels that the recipe gives it
     */
    public StackService(
            String name,
            String image,
            List<HostPort> ports,
            List<VolumeMount> volumes,
            Map<String, String> labels,
            List<StackLabel> declared) {
        this(name, image, ports, volumes, labels, declared, ServiceNames.of(name), Provision.none());
    }
}
