package org.recipeharness.load;

import org.jspecify.annotations.Nullable;

/** Steps that are all taken, whatever becomes of one; the first failure is told behind them, with the others. */
final class EachOfThem {

    private @Nullable RuntimeException failure;

    void perform(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
        }
    }

    void tellFailure() {
        if (failure != null) {
            throw failure;
        }
    }
}
