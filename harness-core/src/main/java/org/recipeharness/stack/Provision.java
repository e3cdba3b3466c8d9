package org.recipeharness.stack;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.recipe.Origin;

/**
 * What a service is given to run with.
 *
 * @param mounts what it has in its file system
 * @param variables the names of the variables that the compose file gives it
 * @param memory how much memory it may take; empty where the compose file does not say
 * @param user who it runs as; empty where it is the image's to say
 * @param root what it may do with the rest of its file system
 * @param demands what it asks of a node before it can be placed there
 */
public record Provision(
        List<Mounted> mounts,
        Set<String> variables,
        Optional<MemoryLimit> memory,
        Optional<String> user,
        VolumeMount.Access root,
        List<Demand> demands) {

    public Provision {
        mounts = List.copyOf(mounts);
        variables = Set.copyOf(variables);
        demands = List.copyOf(demands);
    }

    /**
     * A limit of memory.
     *
     * @param text as it is written, such as {@code 512M}
     * @param origin where it is written
     */
    public record MemoryLimit(String text, Origin origin) {

        @Override
        public String toString() {
            return text + " (" + origin + ")";
        }
    }

    /**
     * Gives a service nothing.
     *
     * @return no mounts, no variables, no limit, no user, no demands
     */
    public static Provision none() {
        return new Provision(
                List.of(), Set.of(), Optional.empty(), Optional.empty(), VolumeMount.Access.READ_WRITE, List.of());
    }

    static Provision of(Mapping service) {
        return new Provision(
                Mounts.of(service),
                service.mapping("environment").entries().keySet(),
                memory(service),
                service.text("user"),
                Mounts.access(service),
                Demand.of(service));
    }

    private static Optional<MemoryLimit> memory(Mapping service) {
        return service.mapping("deploy")
                .mapping("resources")
                .mapping("limits")
                .find("memory")
                .filter(Scalar.class::isInstance)
                .map(limit -> new MemoryLimit(((Scalar) limit).text(), limit.origin()));
    }
}
