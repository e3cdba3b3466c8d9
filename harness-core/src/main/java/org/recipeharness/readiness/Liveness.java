package org.recipeharness.readiness;

import java.util.Optional;

/** Tells, between two looks, whether the thing waited for can still become ready. */
@FunctionalInterface
public interface Liveness {

    /** For a thing that cannot be watched. */
    Liveness UNWATCHED = Optional::empty;

    /**
     * Looks for a reason to give up at once, such as a crash loop.
     *
     * @return why waiting is pointless, first line first; empty while the thing may still become ready
     * @throws InterruptedException when the thread is interrupted
     */
    Optional<String> death() throws InterruptedException;
}
