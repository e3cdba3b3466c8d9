package org.recipeharness.settings;

import java.util.Set;

/**
 * What the head of a pull request may do on the host.
 *
 * @param trust as much as the releases, or anything
 * @param trusted the recipes whose pull requests may do anything
 */
public record Strangers(Trusting trust, Set<String> trusted) {

    public Strangers {
        trusted = Set.copyOf(trusted);
    }

    /** How far a pull request's head is trusted. */
    public enum Trusting {
        /** As far as the newest release goes. */
        RELEASES,
        /** Without a limit. */
        ANYTHING
    }

    static Strangers of(Reading reading) {
        return new Strangers(
                reading.of(Setting.TRUST, Trusting.RELEASES, value -> Written.oneOf(Trusting.class, value)),
                reading.of(Setting.TRUSTED, Set.of(), Written::recipes));
    }

    /**
     * Determine whether a recipe's pull requests may do anything.
     *
     * @param recipe the recipe's name
     * @return true if all or this one is trusted
     */
    public boolean isTrusted(String recipe) {
        return trust == Trusting.ANYTHING || trusted.contains(recipe);
    }
}
