package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.recipe.RecipeName;

class AbraLabelsTest {

    private static final StackName STACK = new StackName("demo");

    @Test
    void pinACleanRelease() {
        assertThat(labels("1.0.0+1.10", TagKind.ANNOTATED, false))
                .isEqualTo(Map.of(
                        "coop-cloud.demo.recipe", "gitea",
                        "coop-cloud.demo.chaos", "false",
                        "coop-cloud.demo.version", "1.0.0+1.10"));
    }

    @Test
    void nameTheCommitOfABranch() {
        assertThat(labels("main", TagKind.NONE, false))
                .isEqualTo(Map.of(
                        "coop-cloud.demo.recipe", "gitea",
                        "coop-cloud.demo.chaos", "true",
                        "coop-cloud.demo.chaos-version", "01234567"));
    }

    @Test
    void markADirtyWorkTree() {
        assertThat(labels("1.0.0+1.10", TagKind.ANNOTATED, true))
                .containsEntry("coop-cloud.demo.chaos-version", "01234567+U");
    }

    private static Map<String, String> labels(String ref, TagKind tag, boolean dirty) {
        var checkout = new Checkout(new RecipeName("gitea"), Path.of("gitea"), ref, "0123456789abcdef", dirty, tag);
        return AbraLabels.of(STACK, checkout);
    }
}
