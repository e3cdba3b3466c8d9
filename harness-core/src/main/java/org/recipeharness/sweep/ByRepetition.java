package org.recipeharness.sweep;

import java.util.List;
import java.util.OptionalDouble;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Verdict;
import org.recipeharness.verdict.Verdict.Kind;

/**
 * Judges by nothing but how often a recipe was red alone.
 *
 * @param least how many runs alone there are at least
 * @param error with what error, 0 to 1, they may end before the fifth
 */
public record ByRepetition(int least, double error) implements Judging {

    private static final int MOST = 5;
    private static final double RED_BY_CHANCE = 1.0 / 3;
    private static final double GREEN_BY_CHANCE = 1.0 / 2;

    @Override
    public boolean needsAnother(List<Attempt> attempts) {
        int alone = attempts.size() - 1;
        return alone < least || (alone < MOST && wrong(attempts) > error);
    }

    @Override
    public Verdict verdict(List<Attempt> attempts) {
        int alone = attempts.size() - 1;
        long red = red(attempts);
        Kind kind = red == alone ? Kind.RECIPE_DEFECT : Kind.FLAKY;
        return new Verdict(
                kind,
                "alone it was red " + red + " of " + alone + " times",
                attempts.stream().map(ByRepetition::told).toList(),
                OptionalDouble.of(wrong(attempts)));
    }

    private static double wrong(List<Attempt> attempts) {
        int alone = attempts.size() - 1;
        long red = red(attempts);
        if (red == alone) {
            return Math.pow(RED_BY_CHANCE, alone);
        }
        return red == 0 ? Math.pow(GREEN_BY_CHANCE, alone) : 0;
    }

    private static long red(List<Attempt> attempts) {
        return attempts.stream().skip(1).filter(attempt -> !attempt.isGreen()).count();
    }

    private static String told(Attempt attempt) {
        return (attempt.number() == 0 ? "in the sweep: " : "alone, " + attempt.number() + ": ")
                + attempt.reds().stream()
                        .findFirst()
                        .map(red -> red.test() + ": " + red.cause())
                        .orElse("green");
    }
}
