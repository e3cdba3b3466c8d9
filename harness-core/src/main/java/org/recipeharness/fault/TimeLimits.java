package org.recipeharness.fault;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployFailure;
import org.recipeharness.http.HttpException;
import org.recipeharness.process.CommandException;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.swarm.SwarmException;

/** Tells whether it was a limit of time that was reached, by what was thrown or by what it says. */
public final class TimeLimits {

    private static final Pattern SAID = Pattern.compile(
            "\\b(no answer|not finished|not done|not ready|not converged) (within|after)\\b"
                    + "|\\btimed out\\b|\\bexceeded timeout\\b|TimeoutException\\b|\\bis paused\\b",
            Pattern.CASE_INSENSITIVE);

    private TimeLimits() {}

    /**
     * Tells whether an error is about a limit of time.
     *
     * @param thrown the error; what it was caused by is looked at by itself
     * @return true where a slower machine could be the reason
     */
    public static boolean reached(Throwable thrown) {
        if (thrown instanceof NotReadyException wait) {
            return wait.isUsedUp();
        }
        if (thrown instanceof DeployFailedException deploy) {
            // A health check ends a task when it has no answer in time; a crash loop and an exit have no clock.
            return deploy.failure() == DeployFailure.TIMED_OUT || deploy.failure() == DeployFailure.UNHEALTHY;
        }
        return thrown instanceof HttpException.TimedOut
                || thrown instanceof SocketTimeoutException
                || thrown instanceof TimeoutException
                || thrown.getClass().getSimpleName().endsWith("TimeoutException")
                || (speaksForItself(thrown)
                        && SAID.matcher(String.valueOf(thrown.getMessage())).find());
    }

    /** Those whose message is no other's: what fails a deploy holds the last lines of logs. */
    private static boolean speaksForItself(Throwable thrown) {
        return thrown instanceof SwarmException
                || thrown instanceof CommandException
                || thrown instanceof IOException
                || thrown instanceof AssertionError;
    }
}
