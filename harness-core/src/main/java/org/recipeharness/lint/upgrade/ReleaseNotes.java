package org.recipeharness.lint.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.lint.published.Published;

/**
 * The notes that abra shows to an operator who upgrades: one file for each release, in the folder {@code release}.
 *
 * @see <a href="https://docs.coopcloud.tech/maintainers/handbook/#how-do-i-write-version-release-notes">Co-op Cloud: release notes</a>
 */
final class ReleaseNotes {

    private static final String FOLDER = "release";

    private final Published head;
    private final Published base;

    ReleaseNotes(Published head, Published base) {
        this.head = head;
        this.base = base;
    }

    /** Return a sentence with what the notes that are new since the older release say of a file. */
    String of(String file) {
        List<Note> notes = notes();
        return notes.stream()
                .flatMap(note -> note.naming(file).stream())
                .findFirst()
                .or(() -> notes.stream().flatMap(note -> note.first().stream()).findFirst())
                .orElse("No release note says so.");
    }

    private List<Note> notes() {
        Path folder = head.checkout().directory().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER + "/" + file.getFileName())
                    .sorted()
                    .flatMap(name ->
                            text(head, name).filter(text -> !text(base, name).equals(Optional.of(text))).stream()
                                    .map(text -> new Note(
                                            name,
                                            text.lines().map(String::strip).toList())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing the release notes in " + folder, e);
        }
    }

    private static Optional<String> text(Published recipe, String name) {
        try {
            return recipe.files().text(name);
        } catch (ComposeException e) {
            return Optional.empty();
        }
    }

    private record Note(String name, List<String> lines) {

        Optional<String> naming(String file) {
            return lines.stream()
                    .filter(line -> line.contains(file))
                    .findFirst()
                    .map(this::quoted);
        }

        Optional<String> first() {
            return lines.stream()
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .map(line -> quoted(line) + " It does not name the file.");
        }

        private String quoted(String line) {
            return name + " says: '" + line + "'.";
        }
    }
}
