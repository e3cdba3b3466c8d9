package org.recipeharness.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.recipe.Origin;
import org.recipeharness.recipe.RecipeName;

/**
 * One version of one of the lab's recipes, with one choice of its compose files.
 *
 * @param folder the version's files
 * @param composeFile what an operator sets {@code COMPOSE_FILE} to, or empty for what the recipe does
 */
record LabRecipe(Path folder, String composeFile) {

    private static final Path LAB = Path.of("../recipe-tests/lab/recipes");
    private static final Origin TEST = Origin.of("the test");

    /** Each version of each recipe as it comes, and with each of its optional files. */
    static Stream<LabRecipe> all() throws IOException {
        try (Stream<Path> files = Files.walk(LAB)) {
            return files
                    .filter(file -> file.endsWith("compose.yml"))
                    .map(Path::getParent)
                    .sorted()
                    .flatMap(LabRecipe::choices)
                    .toList()
                    .stream();
        }
    }

    private static Stream<LabRecipe> choices(Path folder) {
        String[] names = folder.toFile().list((in, name) -> name.matches("compose\\..+\\.yml"));
        return Stream.concat(
                Stream.of(new LabRecipe(folder, "")),
                Arrays.stream(names).sorted().map(name -> new LabRecipe(folder, "compose.yml:" + name)));
    }

    Variables variables() {
        Variables edited =
                Variables.none().with("DOMAIN", "demo.lab.test", TEST).with("STACK_NAME", "demo_lab_test", TEST);
        return files().variables(composeFile.isEmpty() ? edited : edited.with("COMPOSE_FILE", composeFile, TEST));
    }

    ComposeDocument document() {
        return files().document(variables());
    }

    List<Path> composeFiles() {
        return Arrays.stream(variables()
                        .find("COMPOSE_FILE")
                        .map(Variable::value)
                        .orElse("compose.yml")
                        .split(":", -1))
                .map(folder.toAbsolutePath().normalize()::resolve)
                .toList();
    }

    private RecipeFiles files() {
        Path directory = folder.toAbsolutePath().normalize();
        return new RecipeFiles(
                new Checkout(new RecipeName("demo"), directory, "main", "0123456789", true, TagKind.NONE));
    }

    @Override
    public String toString() {
        return LAB.relativize(folder) + " " + composeFile;
    }
}
