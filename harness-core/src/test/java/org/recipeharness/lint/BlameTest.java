package org.recipeharness.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.Touches;

/** A finding must not be taken for the cause of what it can't have caused. */
class BlameTest {

    private Path temporary;

    @BeforeEach
    void makeRoom(@TempDir Path folder) {
        temporary = folder;
    }

    @Test
    void fallsOnAFindingOfAFileThatIsDeployed() throws IOException {
        RecipeTree recipe = sound().change("compose.yml", "demo/app:1.2.3", "demo/app:4");

        assertThat(only(recipe).explains(Touches.DEPLOY)).isTrue();
        assertThat(only(recipe).explains(Touches.BACKUP)).isFalse();
    }

    @Test
    void neverFallsOnANote() throws IOException {
        RecipeTree recipe = sound().change("compose.yml", "dns:\n      - 9.9.9.9\n", "depends_on: [discourse]\n");

        assertThat(Touches.values()).noneMatch(only(recipe)::explains);
    }

    @Test
    void doesNotFallOnAFileThatTheAppIsNotDeployedBy() throws IOException {
        RecipeTree recipe = sound().change("compose.smtp.yml", "  app:\n", "  app:\n    image: demo/app:latest\n");

        assertThat(only(recipe).severity()).isEqualTo(Severity.WARNING);
        assertThat(only(recipe).touches()).containsExactly(Touches.FORM);
    }

    @Test
    void doesNotFallOnAnOptionalFileOfTheBase() throws IOException {
        RecipeTree base = sound();
        RecipeTree head =
                RecipeTree.sound(temporary.resolve("head"), "2.0.0+1.2.3").delete("compose.smtp.yml");
        base.change("compose.smtp.yml", "secrets:\n  smtp_pass:", "volumes: {spool: }\n\nsecrets:\n  smtp_pass:");

        assertThat(new StaticLook(RecipeTree.ACCEPTING).look(head.published(), Optional.of(base.published())))
                .filteredOn(finding -> finding.rule() != Rule.DROPPED_OPTIONAL_FILE)
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.touches()).containsExactly(Touches.FORM));
    }

    @Test
    void fallsOnABrokenBaseForTheUpgradeOnly() throws IOException {
        RecipeTree base = sound().change("compose.yml", "services:", "services: [");
        RecipeTree head = RecipeTree.sound(temporary.resolve("head"), "2.0.0+1.2.3");

        assertThat(new StaticLook(RecipeTree.ACCEPTING).look(head.published(), Optional.of(base.published())))
                .singleElement()
                .satisfies(finding -> assertThat(Arrays.stream(Touches.values()).filter(finding::explains))
                        .containsExactly(Touches.UPGRADE));
    }

    private RecipeTree sound() throws IOException {
        return RecipeTree.sound(temporary.resolve("recipe"), "1.0.0+1.2.3");
    }

    private static Finding only(RecipeTree recipe) {
        var findings = new StaticLook(RecipeTree.ACCEPTING).look(recipe.published(), Optional.empty());
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
