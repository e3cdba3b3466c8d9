package org.recipeharness.recipe;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Orders texts with their numbers by value, so that {@code v1.6.9} comes before {@code v1.6.10}. */
enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(String one, String other) {
        List<String> left = runs(one);
        List<String> right = runs(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compareRuns(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        int bySize = Integer.compare(left.size(), right.size());
        return bySize != 0 ? bySize : one.compareTo(other);
    }

    private static int compareRuns(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String run) {
        // As the pattern above has it; Character.isDigit knows more digits than ASCII's.
        return run.charAt(0) >= '0' && run.charAt(0) <= '9';
    }

    private static List<String> runs(String text) {
        var runs = new ArrayList<String>();
        RUN.matcher(text).results().forEach(run -> runs.add(run.group()));
        return runs;
    }
}
