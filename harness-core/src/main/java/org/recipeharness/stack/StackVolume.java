package org.recipeharness.stack;

import java.util.List;
import org.recipeharness.compose.Yaml.Mapping;

/**
 * A volume that goes with its stack; one of somebody else is none of these.
 *
 * @param key how the compose file calls it
 * @param name how the engine calls it: {@code <stack>_<key>} unless the compose file names it
 */
public record StackVolume(String key, String name) {

    static List<StackVolume> of(Mapping volumes, StackName stack) {
        return volumes.entries().keySet().stream()
                .filter(key -> !External.is(volumes.mapping(key)))
                .map(key ->
                        new StackVolume(key, volumes.mapping(key).text("name").orElse(stack + "_" + key)))
                .toList();
    }
}
