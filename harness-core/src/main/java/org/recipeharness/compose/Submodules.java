package org.recipeharness.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folders of a recipe that belong to other repositories; abra checks none of them out. */
final class Submodules {

    private static final Pattern PATH = Pattern.compile("(?m)^\\s*path\\s*=\\s*\"?([^\"\\r\\n]*?)\"?\\s*$");

    private final Path root;

    /**
     * Looks into a recipe.
     *
     * @param root the folder of the whole recipe
     */
    Submodules(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Names the submodule that a file belongs to, or is. */
    Optional<String> holding(Path file) {
        Path list = root.resolve(".gitmodules");
        if (!Files.isRegularFile(list)) {
            return Optional.empty();
        }
        try {
            String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
            return PATH.matcher(text)
                    .results()
                    .map(path -> path.group(1))
                    .filter(folder -> !folder.isEmpty() && holds(folder, file))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + list + ": the disk does not give it", e);
        }
    }

    private boolean holds(String folder, Path file) {
        try {
            return file.toAbsolutePath().normalize().startsWith(root.resolve(folder));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
