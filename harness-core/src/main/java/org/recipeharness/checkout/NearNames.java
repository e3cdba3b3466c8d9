package org.recipeharness.checkout;

import java.util.Comparator;
import java.util.List;

/** Those of the known names that somebody may have meant by one that is not known. */
public final class NearNames {

    private static final int SHOWN = 3;

    private NearNames() {}

    /**
     * Finds the names that are nearly what was asked for.
     *
     * @param asked the name that is not known
     * @param known all known names
     * @return the nearest ones first; empty where none is near
     */
    public static List<String> of(String asked, List<String> known) {
        int near = Math.max(2, asked.length() / 3);
        return known.stream()
                .filter(name -> distance(asked, name) <= near)
                .sorted(Comparator.comparingInt(name -> distance(asked, name)))
                .limit(SHOWN)
                .toList();
    }

    /** Levenshtein's: how many characters must be put in, taken out or changed. */
    private static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
