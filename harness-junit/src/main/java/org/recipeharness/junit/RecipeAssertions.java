package org.recipeharness.junit;

import org.recipeharness.http.HttpAnswer;
import org.recipeharness.http.HttpRequest;
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

    /**
     * Sends a request, and begins to assert on its answer.
     *
     * @param request what to send, such as {@code app.http("/")}
     * @return the assertion
     * @throws AssertionError when there is no answer; it says why
     */
    public static HttpAnswerAssert assertThat(HttpRequest request) {
        return HttpAnswerAssert.sending(request);
    }

    /**
     * Begins to assert on what a request was answered with.
     *
     * @param actual the answer
     * @return the assertion
     */
    public static HttpAnswerAssert assertThat(HttpAnswer actual) {
        return new HttpAnswerAssert(actual);
    }
}
