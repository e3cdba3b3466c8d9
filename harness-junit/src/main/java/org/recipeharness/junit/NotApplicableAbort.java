package org.recipeharness.junit;

import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** Ends a test that does not apply, so that JUnit reports it as aborted and the results as not applicable. */
final class NotApplicableAbort extends TestAbortedException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NotApplicableAbort(String reason) {
        this(reason, null);
    }

    NotApplicableAbort(String reason, @Nullable Throwable cause) {
        super("Not applicable: " + reason, cause);
        this.reason = reason;
    }

    /** Why it does not apply, without the words that the message begins with. */
    String reason() {
        return reason;
    }
}
