package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recipeharness.lint.published.Severity;

class LabRecipesTest {

    private static final Path MUMBLE = Path.of("../recipe-tests/lab/recipes/mumble/releases");

    @Test
    void findNoErrorInWhatIsDeployedEveryDay() throws IOException {
        List<RecipeTree> releases = releases();
        RecipeTree latest = releases.get(releases.size() - 1);

        assertThat(releases).hasSizeGreaterThan(1);
        for (RecipeTree release : releases) {
            assertThat(new StaticLook().look(latest.published(), Optional.of(release.published())))
                    .extracting(Finding::severity)
                    .doesNotContain(Severity.ERROR);
        }
    }

    private static List<RecipeTree> releases() throws IOException {
        try (Stream<Path> folders = Files.list(MUMBLE)) {
            return folders.sorted()
                    .map(folder -> RecipeTree.at(folder, folder.getFileName().toString()))
                    .toList();
        }
    }
}
