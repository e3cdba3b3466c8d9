package org.recipeharness.lint.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.Yaml.Sequence;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.ServiceText;

/**
 * A mount that a service's {@code volumes} name.
 *
 * @param source a volume's key, or a path of the host; empty where docker makes a volume up
 * @param target the path in the container
 */
record VolumeTarget(String source, String target) {

    /** Reads all mounts of a service that can be read, in both forms. */
    static List<VolumeTarget> of(ServiceText service, Published recipe) {
        return service.values("volumes")
                .filter(Sequence.class::isInstance)
                .flatMap(list -> ((Sequence) list).items().stream())
                .flatMap(item -> read(item, recipe).stream())
                .toList();
    }

    /** Tells whether the source is a volume and no path. */
    boolean isVolume() {
        return !source.isEmpty() && !source.matches("(?s)[./~$].*");
    }

    /** Tells whether a path of the container lies in this mount, or contains it. */
    boolean holds(String path) {
        return folder(path).startsWith(folder(target)) || folder(target).startsWith(folder(path));
    }

    private static Optional<VolumeTarget> read(Yaml item, Published recipe) {
        if (item instanceof Mapping mapping) {
            return text(mapping, "target", recipe)
                    .map(target ->
                            new VolumeTarget(text(mapping, "source", recipe).orElse(""), target));
        }
        return Stream.of(item)
                .filter(Scalar.class::isInstance)
                .flatMap(text -> recipe.resolved((Scalar) text).stream())
                .map(text -> text.split(":", -1))
                .map(parts -> parts.length == 1 ? new VolumeTarget("", parts[0]) : new VolumeTarget(parts[0], parts[1]))
                .findFirst();
    }

    private static Optional<String> text(Mapping mount, String field, Published recipe) {
        return mount.find(field).filter(Scalar.class::isInstance).flatMap(written -> recipe.resolved((Scalar) written));
    }

    private static String folder(String path) {
        return ("/" + path + "/").replaceAll("/+", "/");
    }
}
