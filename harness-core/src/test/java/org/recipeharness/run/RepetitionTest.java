package org.recipeharness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.deployment.Tier;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Settings;

class RepetitionTest {

    private static final RecipeName RECIPE = new RecipeName("gitea");
    private static final String COMMIT = "b06fd2b98a3d4d35e27a9e1f0c7a1f2f3e4d5c6b";

    @ParameterizedTest(name = "{0} ({1}), dirty: {2}")
    @CsvSource(textBlock = """
                    3.6.0+1.24.2-rootless, ANNOTATED, false, 3.6.0+1.24.2-rootless
                    main,                  NONE,      false, b06fd2b98a3d4d35e27a9e1f0c7a1f2f3e4d5c6b
                    pull/4,                NONE,      false, b06fd2b98a3d4d35e27a9e1f0c7a1f2f3e4d5c6b
                    ~/recipes/gitea,       NONE,      false, '''~/recipes/gitea'''
                    ./gitea,               NONE,      true,  ./gitea
                    """)
    void namesWhatWillBeTheSameTomorrow(String ref, TagKind tag, boolean dirty, String named) {
        var head = new Checkout(RECIPE, Path.of("/checkout"), ref, COMMIT, dirty, tag);

        assertThat(command(Map.of("ref", ref), Optional.of(head)))
                .isEqualTo("mvn test -Drecipe=gitea " + option("ref", named) + " -Dtier=upgrade");
    }

    private static String option(String key, String value) {
        return value.startsWith("'") ? "'-D" + key + "=" + value.substring(1) : "-D" + key + "=" + value;
    }

    @Test
    void asksForWhatWasAskedForWhereNothingWasCheckedOut() {
        assertThat(command(Map.of("ref", "no-such-branch"), Optional.empty()))
                .isEqualTo("mvn test -Drecipe=gitea -Dref=no-such-branch -Dtier=upgrade");
    }

    @Test
    void carriesTheOtherSettingsForAShellAndNoLogin() {
        assertThat(command(
                        Map.of(
                                "from", "3.5.3+1.24.2-rootless",
                                "harness.catalogue", "https://bot:s3cret@git.example.test/it's-ours",
                                "harness.work", "/elsewhere",
                                "harness.budget.http", "60x1s"),
                        Optional.empty()))
                .isEqualTo("""
                        mvn test -Drecipe=gitea -Dtier=upgrade \\
                            -Dfrom=3.5.3+1.24.2-rootless \\
                            -Dharness.budget.http=60x1s \\
                            '-Dharness.catalogue=https://git.example.test/it'\\''s-ours'""");
    }

    private static String command(Map<String, String> settings, Optional<Checkout> head) {
        return new Repetition(RECIPE, Settings.of(settings), head, Optional.of(Tier.UPGRADE)).command();
    }
}
