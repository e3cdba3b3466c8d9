package org.recipeharness.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.recipeharness.recipe.Origin;

/** The compose files that {@code COMPOSE_FILE} names, in the order in which they are merged. */
final class ComposeFileList {

    private static final String NAME = "COMPOSE_FILE";

    private final Variable list;
    private final Path directory;

    ComposeFileList(Variables variables, Path directory) {
        this.list =
                variables.find(NAME).orElse(new Variable(NAME, "compose.yml", "", Origin.of("the default of " + NAME)));
        this.directory = directory;
    }

    /**
     * Gives the files' names within the recipe.
     *
     * @return one at least
     * @throws ComposeException when a file is missing or leaves the checkout; the message begins with the line that names it
     */
    List<String> names() {
        List<String> names = List.of(list.value().split(":", -1));
        names.forEach(this::check);
        return names;
    }

    private void check(String name) {
        if (name.isBlank()) {
            throw problem("names an empty file, expected files' names with ':' between them");
        }
        try {
            if (!Files.isRegularFile(directory.resolve(name))) {
                throw problem(
                        "names '" + name
                                + "', but the recipe has no such file. Is the name right, and is it committed? An app keeps the list that it was made with");
            }
            // By real paths, so that a symbolic link doesn't lead out either.
            if (!directory.resolve(name).toRealPath().startsWith(directory.toRealPath())
                    || Path.of(name).isAbsolute()) {
                throw problem("names '" + name + "', which is outside of the recipe; expected a path within it");
            }
        } catch (IOException | InvalidPathException e) {
            throw new ComposeException(list.origin(), NAME + " names '" + name + "', which can't be read", e);
        }
    }

    private ComposeException problem(String found) {
        return new ComposeException(list.origin(), NAME + " (" + list.value() + ") " + found);
    }
}
