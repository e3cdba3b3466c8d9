package org.recipeharness.stack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is sent to the swarm.
 *
 * @param name the stack's name
 * @param labels the labels that all of it carries
 * @param services its services, in the compose file's order
 * @param configs what it makes of the recipe's files
 * @param volumes its volumes, those of others left out
 * @param externalNetworks the names of networks that must be there before
 * @param adaptations what was changed for the host
 * @param timeout how long the recipe says that its deploy may take
 * @param document the compose file as {@code docker stack deploy} reads it
 */
public record RenderedStack(
        StackName name,
        RunLabels labels,
        List<StackService> services,
        List<StackConfig> configs,
        List<StackVolume> volumes,
        List<String> externalNetworks,
        List<Adaptation> adaptations,
        Optional<Duration> timeout,
        String document) {

    public RenderedStack {
        services = List.copyOf(services);
        configs = List.copyOf(configs);
        volumes = List.copyOf(volumes);
        externalNetworks = List.copyOf(externalNetworks);
        adaptations = List.copyOf(adaptations);
    }

    /**
     * Finds a service by its name within the stack.
     *
     * @param service such as {@code app}
     * @return the service, or empty when the stack has none of that name
     */
    public Optional<StackService> service(String service) {
        return services.stream().filter(each -> each.name().equals(service)).findFirst();
    }
}
