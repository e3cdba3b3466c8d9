package org.recipeharness.junit.outside;

import org.junit.jupiter.api.Test;

class PlainCases {
    @Test
    void passes() {}
}
