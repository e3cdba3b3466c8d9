package org.recipeharness.verdict;

import java.util.List;

/**
 * How often a red recipe is run again.
 *
 * @param least how often at least; 0 for not at all
 * @param error with what probability of being wrong it may end before the last time, from 0 to 1
 */
public record Repeats(int least, double error) {

    /** How often at most: a sweep has more to do in its night. */
    public static final int MOST = 5;

    /**
     * Tells whether it is to be run once more.
     *
     * @param attempts those so far, the one in the sweep among them
     * @return true where there were too few, or they leave too much to chance
     */
    public boolean isAnotherNeeded(List<Attempt> attempts) {
        Accounts alone = Accounts.of(attempts).alone();
        if (least == 0 || alone.size() >= MOST) {
            return false;
        }
        return alone.size() < least
                || Odds.wrong(alone.red().size(), alone.green().size()) > error;
    }
}
