package org.recipeharness.lint.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.compose.Yaml.Sequence;
import org.recipeharness.compose.YamlWriter;
import org.recipeharness.lint.published.ComposeText;
import org.recipeharness.lint.published.Published;
import org.recipeharness.recipe.Origin;

/**
 * A recipe's compose files, as they are until a field is removed from one of them, and as copies after that.
 *
 * <p>Docker names only the first field that it refuses. The second one is found by a look at the rest.
 */
final class ReducedFiles {

    private final Path recipe;
    private final Map<String, Mapping> documents = new LinkedHashMap<>();
    private boolean reduced;

    ReducedFiles(Published recipe) {
        this.recipe = recipe.checkout().directory().toAbsolutePath();
        for (ComposeText file : recipe.composeFiles()) {
            documents.put(file.name(), file.root());
        }
    }

    Mapping document(String file) {
        return documents.getOrDefault(file, new Mapping(Map.of(), Origin.of(file)));
    }

    void remove(String file, FieldPath field) {
        documents.computeIfPresent(file, (same, document) -> field.removedFrom(document));
        reduced = true;
    }

    /** Without a version, docker reads each file by its newest format. */
    void removeVersions() {
        documents.replaceAll((file, document) -> document.without("version"));
        reduced = true;
    }

    /** Hand paths of the files to a reader; copies are deleted after it. */
    <T> T read(List<String> files, Reader<T> reader) {
        List<Path> originals = files.stream().map(recipe::resolve).toList();
        if (!reduced) {
            return reader.read(originals);
        }
        try {
            Path folder = Files.createTempDirectory("compose-files");
            try {
                return reader.read(copies(files, originals.get(0).resolveSibling(""), folder));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing copies of the compose files of " + recipe, e);
        }
    }

    private List<Path> copies(List<String> files, Path base, Path folder) throws IOException {
        var copies = new ArrayList<Path>();
        for (String file : files) {
            Path copy = folder.resolve(copies.size() + ".yml");
            Files.writeString(copy, YamlWriter.write(withAbsolutePaths(document(file), base)));
            copies.add(copy);
        }
        return copies;
    }

    /** Of all files that a compose file names, {@code docker stack config} reads those of {@code env_file} only. */
    private static Mapping withAbsolutePaths(Mapping document, Path base) {
        return document.changed(
                "services",
                services -> services instanceof Mapping all
                        ? all.each((name, service) -> service.changed("env_file", field -> absolute(field, base)))
                        : services);
    }

    private static Yaml absolute(Yaml field, Path base) {
        if (field instanceof Sequence sequence) {
            return new Sequence(
                    sequence.items().stream().map(item -> absolute(item, base)).toList(), sequence.origin());
        }
        boolean isRelative = field instanceof Scalar scalar && !scalar.text().matches("(?s)[/~$].*|.*\0.*");
        return isRelative ? Scalar.text(base.toString() + "/" + ((Scalar) field).text(), field.origin()) : field;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Reads files while they are there. */
    @FunctionalInterface
    interface Reader<T> {
        T read(List<Path> files);
    }
}
