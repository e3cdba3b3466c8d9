package org.recipeharness.swarm.docker;

import java.util.regex.Pattern;
import org.recipeharness.swarm.PullOutcome;

/**
 * An engine's error about a pull, told by whether a registry has answered.
 *
 * <p>The engine passes on what a registry says as text. What is not known to be a registry's answer about the image counts as none: a
 * name that does not resolve may be a wrong one, but on a node without a way out every name is such.
 *
 * @param status the HTTP status of the engine's error; 200 for one that came while it was pulling
 * @param message the engine's message
 * @see <a href="https://distribution.github.io/distribution/spec/api/#errors-2">Distribution API: error codes</a>
 */
record PullRefusal(int status, String message) {

    /** The engine's own status for "repository does not exist or no read access". */
    private static final int NOT_FOUND = 404;

    /** What registries say about an image that is not there, or not for everybody. */
    private static final Pattern ANSWER = Pattern.compile("(.*: )?(manifest unknown|name unknown|denied|unauthorized"
            + "|no basic auth credentials|manifest for .* not found|pull access denied.*|no matching manifest for .*"
            + "|failed to resolve reference .*: not found"
            // An engine with the containerd image store passes on the status only.
            + "|unexpected status from [A-Z]+ request to .*: 40[13] .*)(:.*)?");

    PullOutcome outcome() {
        boolean answered = status == NOT_FOUND || ANSWER.matcher(message).matches();
        return answered ? new PullOutcome.NotPublished(message) : new PullOutcome.Unreachable(message);
    }
}
