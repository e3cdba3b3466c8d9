package org.recipeharness.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the first bad one of some commits, each of which is built on the one before; the one before the first is known to be
 * good, and the last to be bad.
 */
public final class Bisection {

    private final Testing testing;
    private final int most;

    /**
     * Prepares to look.
     *
     * @param testing tries a commit
     * @param most how many may be tried, at least 1
     */
    public Bisection(Testing testing, int most) {
        this.testing = testing;
        this.most = most;
    }

    /** What trying a commit has shown. */
    public enum Shown {
        /** It is not there yet. */
        GOOD,
        /** It is there. */
        BAD,
        /** It can't be told: the commit does not come so far. */
        UNTESTABLE
    }

    /** Tries a commit. */
    @FunctionalInterface
    public interface Testing {
        /**
         * Tries a commit.
         *
         * @param commit its full id
         * @return what was shown
         * @throws InterruptedException when the thread is interrupted
         */
        Shown test(String commit) throws InterruptedException;
    }

    /**
     * What was tried.
     *
     * @param commit its full id
     * @param shown what that has shown
     */
    public record Step(String commit, Shown shown) {}

    /**
     * What was found.
     *
     * @param candidates the oldest first; one, where the first bad commit is known, and more where some can't be told or no more may
     *     be tried
     * @param steps what was tried, in this order
     */
    public record Found(List<String> candidates, List<Step> steps) {

        public Found {
            candidates = List.copyOf(candidates);
            steps = List.copyOf(steps);
        }

        /**
         * Gives the first bad commit.
         *
         * @return empty where it is one of several
         */
        public Optional<String> firstBad() {
            return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
        }
    }

    /**
     * Looks, with as few trials as there can be.
     *
     * @param commits the oldest first; at least one
     * @return what was found
     * @throws InterruptedException when the thread is interrupted
     */
    public Found among(List<String> commits) throws InterruptedException {
        if (commits.isEmpty()) {
            throw new IllegalArgumentException("Looking for the first bad commit: found none to look among");
        }
        var steps = new ArrayList<Step>();
        // Of those that are left, the last is bad and the one before the first is good.
        List<String> left = List.copyOf(commits);
        while (steps.size() < most) {
            Optional<String> next = next(left, steps);
            if (next.isEmpty()) {
                break;
            }
            Shown shown = testing.test(next.get());
            steps.add(new Step(next.get(), shown));
            int at = left.indexOf(next.get());
            left = switch (shown) {
                case GOOD -> left.subList(at + 1, left.size());
                case BAD -> left.subList(0, at + 1);
                case UNTESTABLE -> left;
            };
        }
        return new Found(left, steps);
    }

    /** The untried one nearest to the middle; the last one is known. */
    private static Optional<String> next(List<String> left, List<Step> steps) {
        List<String> tried = steps.stream().map(Step::commit).toList();
        int middle = (left.size() - 1) / 2;
        for (int away = 0; away < left.size(); away++) {
            for (int at : new int[] {middle - away, middle + away}) {
                if (at >= 0 && at < left.size() - 1 && !tried.contains(left.get(at))) {
                    return Optional.of(left.get(at));
                }
            }
        }
        return Optional.empty();
    }
}
