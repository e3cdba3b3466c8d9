package org.recipeharness.lint.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Scalars;

/** Measures the files of configs and secrets; the limits are the engine's own, "larger than 0 and less than 1024000 bytes". */
final class FileSizes {

    private FileSizes() {}

    static List<Remark> look(ComposeDocument document) {
        return Stream.concat(look(document, "configs", 1_024_000), look(document, "secrets", 512_000))
                .toList();
    }

    private static Stream<Remark> look(ComposeDocument document, String kind, long limit) {
        return PublishedPorts.fields(document.root(), kind).stream()
                .filter(thing -> thing.value() instanceof Mapping)
                .flatMap(thing -> Scalars.at((Mapping) thing.value(), "file")
                        .flatMap(file -> remark(kind, thing.lastKey(), file, limit).stream()));
    }

    private static Optional<Remark> remark(String kind, String name, Scalar file, long limit) {
        OptionalLong size = size(file.text());
        if (size.isEmpty() || (size.getAsLong() > 0 && size.getAsLong() < limit)) {
            return Optional.empty();
        }
        return Optional.of(new Remark(
                file.origin(),
                "the file of '" + name + "' in " + kind + " has " + size.getAsLong()
                        + " bytes, so swarm refuses it; expected more than 0 and less than " + limit));
    }

    /** A missing file is the finding of another rule. */
    private static OptionalLong size(String file) {
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path) ? OptionalLong.of(Files.size(path)) : OptionalLong.empty();
        } catch (InvalidPathException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Measuring the file of a config or secret, " + file, e);
        }
    }
}
