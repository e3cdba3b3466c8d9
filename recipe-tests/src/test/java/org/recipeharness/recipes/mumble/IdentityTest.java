package org.recipeharness.recipes.mumble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void hidesThePasswordWhenWritten() {
        assertThat(new Identity("alice", "swordfish")).hasToString("alice (password ***)");
        assertThat(Identity.guest("alice")).hasToString("alice (no password)");
    }
}
