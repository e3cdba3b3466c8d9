package org.recipeharness.history;

import java.util.Map;

/**
 * What a result depends on beside the recipe's commit.
 *
 * @param harness a hash of the harness, of the test class and of the settings that matter
 * @param images the id of each image that was sent, by its name; {@code missing} where there was none, an empty one where that could not be told
 */
public record Identity(String harness, Map<String, String> images) {

    public Identity {
        images = Map.copyOf(images);
    }
}
