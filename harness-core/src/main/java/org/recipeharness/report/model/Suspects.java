package org.recipeharness.report.model;

import java.util.List;

/**
 * The commits between the last one that was green and the one that is red.
 *
 * @param newest those that are shown, the newest first
 * @param count how many there are in all
 */
public record Suspects(List<Suspect> newest, int count) {

    /** As many as somebody reads. */
    public static final int MOST = 20;

    public Suspects {
        newest = List.copyOf(newest);
    }

    /**
     * Takes the newest of some.
     *
     * @param all the newest first
     * @return at most {@link #MOST} of them, with how many there are
     */
    public static Suspects of(List<Suspect> all) {
        return new Suspects(all.subList(0, Math.min(MOST, all.size())), all.size());
    }
}
