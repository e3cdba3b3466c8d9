package org.recipeharness.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.recipe.Origin;

/**
 * Two compose files of one folder, and what they say together.
 *
 * @param folder holds {@code compose.yml}, {@code compose.override.yml} and {@code merged.yml}
 */
record MergeCase(Path folder) {

    private static final Path FOLDER = Path.of("src/test/resources/merge");
    private static final Origin TEST = Origin.of("the test");

    /** What the files of all cases may refer to. */
    static final Variables VARIABLES = Variables.none()
            .with("STACK_NAME", "demo_lab_test", TEST)
            .with("DOMAIN", "demo.lab.test", TEST)
            .with("EMPTY", "", TEST)
            .with("YES", "yes", TEST)
            .with("OCTAL", "0444", TEST)
            .with("PORT", "443", TEST)
            .with("TWO", "2", TEST)
            .with("HALF", ".5", TEST);

    static Stream<MergeCase> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().map(MergeCase::new).toList().stream();
        }
    }

    ComposeDocument document() {
        return StackConfigComparison.document(folder, VARIABLES, "compose.yml", "compose.override.yml");
    }

    List<Path> files() {
        return Stream.of("compose.yml", "compose.override.yml")
                .map(file -> folder.toAbsolutePath().resolve(file))
                .toList();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
