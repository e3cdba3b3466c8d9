package org.recipeharness.stack;

import java.util.Optional;
import org.recipeharness.compose.Yaml;
import org.recipeharness.compose.Yaml.Mapping;
import org.recipeharness.compose.Yaml.Scalar;

/** Decides which networks, volumes, secrets and configs are somebody else's, and what they are called there. */
public final class External {

    private External() {}

    /**
     * Tells whether a thing is somebody else's.
     *
     * @param thing what stands behind its key
     * @return true for {@code external: true} and for the older {@code external: {name: ...}}
     */
    public static boolean is(Mapping thing) {
        Optional<Yaml> external = thing.find("external");
        return external.isPresent() && !(external.get() instanceof Scalar scalar && !"true".equals(scalar.text()));
    }

    /**
     * Return what an external thing is called on the swarm.
     *
     * @param thing what stands behind its key
     * @param key its key
     * @return its name, the name of the older form, or its key
     * @throws org.recipeharness.compose.ComposeException if the name is no text
     */
    public static String name(Mapping thing, String key) {
        Optional<String> older = thing.find("external")
                .filter(Mapping.class::isInstance)
                .flatMap(external -> ((Mapping) external).text("name"));
        return thing.text("name").or(() -> older).orElse(key);
    }
}
