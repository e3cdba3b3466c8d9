package org.recipeharness.verdict;

/**
 * How likely it is that a row of equal results has come about by chance.
 *
 * <p>Each is held against a reference, a recipe that is not what it looks like: {@code docs/verdicts.md} says why these.
 */
public final class Odds {

    /** What fails no more often than this is flaky, not defect. */
    private static final double RED_OF_A_FLAKY_ONE = 1.0 / 3;

    /** What is green no more often than this when it is alone is not red by load, or not by load only. */
    private static final double GREEN_OF_A_FLAKY_ONE = 1.0 / 2;

    private Odds() {}

    /**
     * Gives the probability that the reference would have shown the same.
     *
     * @param red how often it was red alone
     * @param green how often it was green alone
     * @return from 0 to 1: 0 where it was both, as that can't be chance; 1 where it was not run again
     */
    public static double wrong(int red, int green) {
        if (red > 0 && green > 0) {
            return 0;
        }
        return Math.pow(RED_OF_A_FLAKY_ONE, red) * Math.pow(GREEN_OF_A_FLAKY_ONE, green);
    }
}
