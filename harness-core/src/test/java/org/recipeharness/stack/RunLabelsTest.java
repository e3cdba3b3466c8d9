package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.TagKind;
import org.recipeharness.recipe.RecipeName;

class RunLabelsTest {

    @Test
    void nameTheWholeCommitAndWhetherItWasDirty() {
        assertThat(RunLabels.of("run-1", checkout(false)))
                .isEqualTo(new RunLabels("run-1", "demo", "0123456789abcdef"));
        assertThat(RunLabels.of("run-1", checkout(true)).commit()).isEqualTo("0123456789abcdef+U");
    }

    private static Checkout checkout(boolean dirty) {
        return new Checkout(new RecipeName("demo"), Path.of("/demo"), "main", "0123456789abcdef", dirty, TagKind.NONE);
    }
}
