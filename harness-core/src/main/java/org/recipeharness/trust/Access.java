package org.recipeharness.trust;

import org.recipeharness.recipe.Origin;

/**
 * One access to the host or to another stack that a recipe asks for.
 *
 * @param reach which kind
 * @param field the field that asks for it, such as {@code services.app.volumes}
 * @param value what is asked for, such as a path of the host
 * @param origin where it is written
 */
public record Access(Reach reach, String field, String value, Origin origin) {

    /** Determines whether another access allows the same, wherever it is written. */
    boolean isLike(Access other) {
        return reach == other.reach && value.equals(other.value);
    }

    /**
     * Write it for its reader.
     *
     * @return such as {@code services.app.volumes '/etc': reads or writes the host's own system (rating 1)}
     */
    public String inWords() {
        return field + " '" + value + "': " + reach.meaning() + " (rating " + reach.rating() + ")";
    }

    @Override
    public String toString() {
        return origin + ": " + inWords();
    }
}
