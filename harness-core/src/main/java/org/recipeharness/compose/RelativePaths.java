package org.recipeharness.compose;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Makes the paths of a document absolute, so that it means the same wherever it is read: docker reads it on standard input. */
final class RelativePaths {

    /** Absolute here or on Windows, or the home of whoever deploys. */
    private static final Pattern KEPT = Pattern.compile("(?s)[/~].*|\\p{L}:[\\\\/].*|\\\\\\\\.*");

    private final Path folder;
    private final Submodules submodules;

    /**
     * Resolves paths.
     *
     * @param folder the folder of the first compose file
     * @param submodules those of the recipe
     */
    RelativePaths(Path folder, Submodules submodules) {
        this.folder = folder;
        this.submodules = submodules;
    }

    /**
     * Makes the {@code file} of configs and secrets and the sources of bind mounts absolute.
     *
     * @throws ComposeException when a config's or secret's file is not there
     */
    Yaml.Mapping resolvedIn(Yaml.Mapping root) {
        return root.changed("configs", configs -> Shapes.each(configs, Shapes.inMapping("file", this::file)))
                .changed("secrets", secrets -> Shapes.each(secrets, Shapes.inMapping("file", this::file)))
                .changed("services", services -> Shapes.each(services, Shapes.inMapping("volumes", this::volumes)));
    }

    private Yaml file(Yaml written) {
        Yaml absolute = absolute(written);
        if (absolute instanceof Yaml.Scalar path && !Files.isRegularFile(Path.of(path.text()))) {
            throw new ComposeException(
                    written.origin(),
                    "the file '" + ((Yaml.Scalar) written).text()
                            + "' is not there, seen from the folder of the first compose file. "
                            + submodules
                                    .holding(Path.of(path.text()))
                                    .map(
                                            submodule -> "It belongs to the git submodule '" + submodule
                                                    + "', and a recipe is checked out without its submodules. Commit the file itself")
                                    .orElse("Is the name right, and is it committed?"));
        }
        return absolute;
    }

    private Yaml volumes(Yaml written) {
        if (!(written instanceof Yaml.Sequence sequence)) {
            return written;
        }
        List<Yaml> volumes = sequence.items().stream()
                .map(item -> item instanceof Yaml.Mapping volume
                                && "bind".equals(volume.text("type").orElse(""))
                        ? volume.changed("source", this::absolute)
                        : item)
                .toList();
        return new Yaml.Sequence(volumes, sequence.origin());
    }

    private Yaml absolute(Yaml written) {
        if (!(written instanceof Yaml.Scalar path)) {
            return written;
        }
        try {
            Path resolved = folder.resolve(path.text());
            return KEPT.matcher(path.text()).matches()
                    ? written
                    : Yaml.Scalar.text(resolved.normalize().toString(), path.origin());
        } catch (InvalidPathException e) {
            throw new ComposeException(path.origin(), "'" + path.text() + "' is not a path", e);
        }
    }
}
