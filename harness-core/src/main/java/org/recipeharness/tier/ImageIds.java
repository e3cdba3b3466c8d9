package org.recipeharness.tier;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which images a run has really had, whatever they are called. */
final class ImageIds {

    private static final Logger LOG = LoggerFactory.getLogger(ImageIds.class);
    private static final String UNKNOWN = "";

    private final Swarm swarm;

    ImageIds(Swarm swarm) {
        this.swarm = swarm;
    }

    /** The id of each; empty where the node has no such image, and where the swarm does not answer, which fails nothing. */
    Map<String, String> of(Set<String> images) {
        var ids = new TreeMap<String, String>();
        images.forEach(image -> ids.put(image, UNKNOWN));
        try {
            images.forEach(image -> ids.put(image, swarm.imageId(image).orElse(UNKNOWN)));
        } catch (SwarmException e) {
            LOG.warn("Which images were used can't be told: {}", e.getMessage());
        }
        return ids;
    }
}
