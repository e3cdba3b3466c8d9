package org.recipeharness.junit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** A test that finds, once its app runs, that there is nothing for it to test. */
@RecipeDeployment("sample")
class AbortedTestCases {

    @Test
    void isAborted() {
        assumeTrue(false, "nothing to test here");
    }
}
