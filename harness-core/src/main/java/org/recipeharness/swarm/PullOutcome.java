package org.recipeharness.swarm;

import java.util.Optional;

/** What came of pulling an image onto a node. */
public sealed interface PullOutcome {

    /**
     * The node has the image that the registry has.
     *
     * @param digest the registry's digest of it, such as {@code sha256:4e8a...}; empty where it does not tell
     */
    record Fetched(Optional<String> digest) implements PullOutcome {
        @Override
        public String toString() {
            return "fetched" + digest.map(known -> ", " + known).orElse("");
        }
    }

    /**
     * The node has an image of that name, and none was had from the registry.
     *
     * @param reason why none was had
     */
    record Present(String reason) implements PullOutcome {
        @Override
        public String toString() {
            return "already on the node, and left as it is: " + reason;
        }
    }

    /**
     * The registry has answered that there is no such image, or that it is not for everybody: asking again changes nothing.
     *
     * @param reason what it answered
     */
    record NotPublished(String reason) implements PullOutcome {
        @Override
        public String toString() {
            return "not published: " + reason;
        }
    }

    /**
     * It is not known whether there is such an image, because no registry gave an answer to that.
     *
     * @param reason what came instead of an answer
     */
    record Unreachable(String reason) implements PullOutcome {
        @Override
        public String toString() {
            return "the registry could not be asked: " + reason;
        }
    }
}
