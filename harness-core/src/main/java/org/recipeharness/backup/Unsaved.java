package org.recipeharness.backup;

import java.util.List;

/**
 * Files of one place that a snapshot does not hold.
 *
 * @param place a volume, or the container of a service
 * @param files how many
 * @param most where they are, in the order of the alphabet; a few of all
 */
public record Unsaved(String place, int files, List<String> most) {

    private static final int FEW = 6;

    public Unsaved {
        most = List.copyOf(most);
    }

    static Unsaved of(String place, int files, List<String> where) {
        return new Unsaved(place, files, where.size() <= FEW ? where : where.subList(0, FEW));
    }

    /** Return the words for a volume as a place. */
    static String place(String volume) {
        return "volume '" + volume + "'";
    }

    /** Determine if its place is a volume. */
    boolean isOf(String volume) {
        return place.equals(place(volume));
    }

    @Override
    public String toString() {
        return place + ": " + files + (files == 1 ? " file that is" : " files that are")
                + " not in the snapshot, such as " + String.join(", ", most);
    }
}
