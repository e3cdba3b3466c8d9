package org.recipeharness.swarm;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program to be run to its end, in a container of its own that is gone afterwards.
 *
 * <p>The container has no network.
 *
 * @param image an image that the node has
 * @param words what its entrypoint is given, or a program and its arguments where it has none; no shell reads them
 * @param variables what is added to its environment; the place for a secret, as it is not told with the run
 * @param labels what the container carries
 * @param mounts the volumes that it is given; they exist
 * @param limit how long it may take
 */
public record ContainerRun(
        String image,
        List<String> words,
        Map<String, String> variables,
        Map<String, String> labels,
        List<VolumeBind> mounts,
        Duration limit) {

    public ContainerRun {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
        labels = Map.copyOf(labels);
        mounts = List.copyOf(mounts);
    }

    /** Tells what is run, without its environment. */
    @Override
    public String toString() {
        return "'" + String.join(" ", words) + "' by " + image;
    }
}
