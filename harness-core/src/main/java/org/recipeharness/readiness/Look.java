package org.recipeharness.readiness;

import org.jspecify.annotations.Nullable;

/** What one look at a thing found: a value with a reason, never a bare boolean. */
public sealed interface Look {

    /**
     * Says that the thing answered as it should.
     *
     * @param seen what was seen, in a few words, for the report
     * @return a look that ends the wait
     */
    static Look ready(String seen) {
        return new Ready(seen);
    }

    /**
     * Says that the thing has not answered as it should.
     *
     * @param reason what was found instead, one line
     * @return a look after which the wait goes on
     */
    static Look notYet(String reason) {
        return new NotYet(reason, null);
    }

    /**
     * Says that the attempt to look failed, as it does while a server starts.
     *
     * @param reason what was attempted and what was found instead, one line
     * @param cause the error that the attempt ended with
     * @return a look after which the wait goes on
     */
    static Look notYet(String reason, Throwable cause) {
        return new NotYet(reason, cause);
    }

    /**
     * The thing answered.
     *
     * @param seen what was seen, in a few words
     */
    record Ready(String seen) implements Look {}

    /**
     * The thing has not answered yet.
     *
     * @param reason what was found instead, one line
     * @param cause the error of the attempt, where there was one
     */
    record NotYet(String reason, @Nullable Throwable cause) implements Look {}
}
