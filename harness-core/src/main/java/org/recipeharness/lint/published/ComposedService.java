package org.recipeharness.lint.published;

import java.util.List;
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

    private Stream<Mapping> items(String field) {
        Stream<Yaml> found = merged.find(field).stream()
                .filter(Sequence.class::isInstance)
                .flatMap(list -> ((Sequence) list).items().stream());
        return found.filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }
}
