package org.recipeharness.run;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells which images the node really has, whatever they are called. */
public final class ImageIds {

    private static final Logger LOG = LoggerFactory.getLogger(ImageIds.class);
    private static final String UNKNOWN = "";
    private static final String MISSING = "missing";

    private final Swarm swarm;

    /**
     * Prepares to ask.
     *
     * @param swarm whose node is asked
     */
    public ImageIds(Swarm swarm) {
        this.swarm = swarm;
    }

    /**
     * Asks for images; that the swarm does not answer fails nothing.
     *
     * @param images by name
     * @return the id of each, {@code missing} where the node has none of that name, empty where that can't be told
     */
    public Map<String, String> of(Set<String> images) {
        var ids = new TreeMap<String, String>();
        images.forEach(image -> ids.put(image, UNKNOWN));
        try {
            images.forEach(image -> ids.put(image, swarm.imageId(image).orElse(MISSING)));
        } catch (SwarmException e) {
            LOG.warn("Which images were used can't be told: {}", e.getMessage());
        }
        return ids;
    }
}
