package org.recipeharness.neighbours;

import java.util.List;
import java.util.Optional;

/**
 * What a neighbour is to be.
 *
 * @param image what it sleeps in; empty where none is wanted
 * @param names the names that it is to have on each shared network
 * @param pulls whether its image may be pulled
 */
public record NeighbourWish(Optional<String> image, List<String> names, boolean pulls) {

    public NeighbourWish {
        names = List.copyOf(names);
    }
}
