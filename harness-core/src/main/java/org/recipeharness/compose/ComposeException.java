package org.recipeharness.compose;

import org.jspecify.annotations.Nullable;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;
import org.recipeharness.recipe.Origin;

/** A recipe's file that can't be read as what it should be; the message begins with the place. */
public final class ComposeException extends HarnessException {

    private static final long serialVersionUID = 1L;

    private final transient Origin origin;
    private final String problem;

    /**
     * Says what is wrong at a place.
     *
     * @param origin where it is written
     * @param problem what was found, expected what, and what to do
     */
    public ComposeException(Origin origin, String problem) {
        this(origin, problem, null);
    }

    /**
     * Says what is wrong, and by what it was noticed.
     *
     * @param origin where
     * @param problem what was found, and what was expected
     * @param cause what it was noticed by
     */
    public ComposeException(Origin origin, String problem, @Nullable Throwable cause) {
        super(origin + ": " + problem, cause);
        this.origin = origin;
        this.problem = problem;
    }

    /**
     * Tells where it is wrong.
     *
     * @return the place that the message begins with
     */
    public Origin origin() {
        return origin;
    }

    /**
     * Tells what is wrong there.
     *
     * @return the message without its place
     */
    public String problem() {
        return problem;
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.RECIPE);
    }
}
