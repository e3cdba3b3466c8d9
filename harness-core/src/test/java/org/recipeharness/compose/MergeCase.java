package org.recipeharness.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.recipe.Origin;
import org.recipeharness.recipe.RecipeName;

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
            .with("COMPOSE_FILE", "compose.yml:compose.override.yml", TEST)
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
        var checkout =
                new Checkout(new RecipeName("demo"), folder.toAbsolutePath(), "main", "0123456789", true, TagKind.NONE);
        return new RecipeFiles(checkout).document(VARIABLES);
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
