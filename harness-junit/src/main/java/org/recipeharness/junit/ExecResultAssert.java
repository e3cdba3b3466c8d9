package org.recipeharness.junit;

import org.assertj.core.api.AbstractAssert;
import org.recipeharness.swarm.ExecResult;

/** Asserts on a command that ran in a service; a failure shows exit code and both outputs. */
public final class ExecResultAssert extends AbstractAssert<ExecResultAssert, ExecResult> {

    ExecResultAssert(ExecResult actual) {
        super(actual, ExecResultAssert.class);
    }

    /**
     * Asserts that the exit code was 0.
     *
     * @return this
     */
    public ExecResultAssert succeeded() {
        return exited(0);
    }

    /**
     * Asserts on the exit code.
     *
     * @param code what it should be
     * @return this
     */
    public ExecResultAssert exited(int code) {
        if (actual.exit() != code) {
            throw failure(
                    "%nExpected exit code: %s%nbut was: %s%nstandard output: %s%nstandard error: %s",
                    code, actual.exit(), actual.out().strip(), actual.err().strip());
        }
        return this;
    }

    /**
     * Asserts that standard output holds a text.
     *
     * @param text what it should hold
     * @return this
     */
    public ExecResultAssert printed(String text) {
        if (!actual.out().contains(text)) {
            throw failure(
                    "%nExpected standard output to hold: %s%nbut it was: %s%nstandard error: %s%nexit code: %s",
                    text, actual.out().strip(), actual.err().strip(), actual.exit());
        }
        return this;
    }
}
