package org.recipeharness.junit;

import org.recipeharness.swarm.ExecResult;

/** Assertions on what a deployed app answers; to be imported statically, beside AssertJ's own. */
public final class RecipeAssertions {

    private RecipeAssertions() {}

    /**
     * Begins to assert on a command that ran in a service.
     *
     * @param actual how it ended
     * @return the assertion
     */
    public static ExecResultAssert assertThat(ExecResult actual) {
        return new ExecResultAssert(actual);
    }
}
