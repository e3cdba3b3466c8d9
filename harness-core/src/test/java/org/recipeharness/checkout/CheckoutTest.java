package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.recipeharness.recipe.RecipeName;

class CheckoutTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void namesItsCommitAsAbraDoes() {
        assertThat(checkout(false).shortCommit()).isEqualTo("01234567");
        assertThat(checkout(true).shortCommit()).isEqualTo("01234567+U");
    }

    @Test
    void namesRecipeRefAndCommit() {
        assertThat(checkout(true)).hasToString("demo at main (01234567+U)");
    }

    private static Checkout checkout(boolean dirty) {
        return new Checkout(new RecipeName("demo"), Path.of("/demo"), "main", COMMIT, dirty, TagKind.NONE);
    }
}
