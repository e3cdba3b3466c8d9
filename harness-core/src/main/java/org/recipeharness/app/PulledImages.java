package org.recipeharness.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.recipeharness.swarm.PullOutcome;
import org.recipeharness.swarm.PullOutcome.Fetched;
import org.recipeharness.swarm.Swarm;

/**
 * The images that this process has pulled onto a swarm's node: none is pulled twice, and within a run of many recipes, or of one from
 * its first tier to its last, a tag is one image.
 */
public final class PulledImages {

    private static final Map<String, PulledImages> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Map<String, Fetched> fetched = new ConcurrentHashMap<>();

    /** Begins with none. */
    public PulledImages() {}

    /**
     * Gives those of this process.
     *
     * @param swarm onto which node
     * @return the same for all who ask for it
     */
    public static PulledImages on(Swarm swarm) {
        return OF_THIS_PROCESS.computeIfAbsent(swarm.notices().place(), place -> new PulledImages());
    }

    /** What came of an image when it was pulled; empty where it was not, or has gone since. */
    Optional<PullOutcome> of(String image, Swarm swarm) {
        return Optional.<PullOutcome>ofNullable(fetched.get(image)).filter(outcome -> swarm.hasImage(image));
    }

    void note(String image, PullOutcome outcome) {
        if (outcome instanceof Fetched pulled) {
            fetched.put(image, pulled);
        }
    }
}
