package org.recipeharness.stack;

import java.util.Locale;
import org.recipeharness.recipe.Origin;

/**
 * Something that a service has in its file system and that is not its image's.
 *
 * @param kind what it is
 * @param source its key in the compose file, or a folder of the node; empty where it has none
 * @param target where it is, absolute within the container
 * @param access what the service may do with it; a config or a secret can only be read, whatever the compose file says
 * @param origin where the service is given it
 */
public record Mounted(Kind kind, String source, String target, VolumeMount.Access access, Origin origin) {

    /** The kinds of things that can be mounted. */
    public enum Kind {
        CONFIG,
        SECRET,
        VOLUME,
        BIND,
        TMPFS;

        /**
         * Gives compose's own word.
         *
         * @return in lower case
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Tells whether a file lies in it, or is it.
     *
     * @param path absolute within the container
     * @return true for the target and for all below it
     */
    public boolean holds(String path) {
        String root = target.replaceFirst("/+$", "");
        return path.equals(root) || path.startsWith(root + "/");
    }

    @Override
    public String toString() {
        return kind.word() + " '" + source + "' at " + target + " (" + origin + ")";
    }
}
