package org.recipeharness.lint.published;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.Yaml.Sequence;

/**
 * A service as docker reads it.
 *
 * @param name its name
 * @param merged what the files say of it together, in long form
 */
public record ComposedService(String name, Mapping merged) {

    public Optional<Scalar> image() {
        return Scalars.at(merged, "image").findFirst();
    }

    public Optional<ImageName> imageName() {
        return image().map(image -> ImageName.of(image.text()));
    }

    public List<ServiceMount> mounts() {
        return items("volumes").flatMap(item -> ServiceMount.of(item).stream()).toList();
    }

    /** Return the ports that it asks for, in long form. */
    public Stream<Mapping> ports() {
        return items("ports");
    }

    /** Return a variable of its environment, if that has a value that is not blank. */
    public Optional<String> variable(String variable) {
        return Scalars.at(merged, "environment", variable)
                .map(Scalar::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** Return the variables of its environment that have a value, by their names. */
    public Map<String, Scalar> environment() {
        var variables = new LinkedHashMap<String, Scalar>();
        mapping("environment").entries().forEach((name, value) -> {
            if (value instanceof Scalar scalar && !scalar.isNull()) {
                variables.put(name, scalar);
            }
        });
        return variables;
    }

    /** Return the labels of the service, as traefik and backups read them. */
    public Mapping labels() {
        return mapping("deploy", "labels");
    }

    /** Return the single values of the list behind a path of keys. */
    public Stream<Scalar> listed(String... path) {
        List<String> parents = List.of(path).subList(0, path.length - 1);
        return mapping(parents.toArray(String[]::new)).find(path[path.length - 1]).stream()
                .filter(Sequence.class::isInstance)
                .flatMap(Scalars::names);
    }

    private Mapping mapping(String... path) {
        Mapping found = merged;
        for (String key : path) {
            found = found.find(key)
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .orElse(new Mapping(Map.of(), merged.origin()));
        }
        return found;
    }

    /** Return its entry point, its command, and the values of its environment but for {@code PGDATA}. */
    public String settings() {
        Stream<Yaml> commands = Stream.of("entrypoint", "command").flatMap(field -> merged.find(field).stream());
        Stream<Yaml> variables = merged.find("environment").stream()
                .filter(Mapping.class::isInstance)
                .map(environment -> ((Mapping) environment).without("PGDATA"));
        return Stream.concat(commands, variables)
                .flatMap(Scalars::in)
                .map(Scalar::text)
                .collect(Collectors.joining(" "));
    }

    /** Return what is written as mappings in the list of a field. */
    public Stream<Mapping> items(String field) {
        Stream<Yaml> found = merged.find(field).stream()
                .filter(Sequence.class::isInstance)
                .flatMap(list -> ((Sequence) list).items().stream());
        return found.filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }
}
