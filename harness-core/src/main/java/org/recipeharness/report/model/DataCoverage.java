package org.recipeharness.report.model;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How much of an app's data the run has checked.
 *
 * @param restored the databases and volumes whose marker was saved, taken away and restored; empty if the restore was not run or
 *     lost any of them
 * @param notCovered the data that no marker stands for, a line each with its place: whether it survives is not known
 * @param notSaved the data that the backup leaves out, a line each with its place
 * @param complete whether the restore covers all data that was found in the version under test
 */
public record DataCoverage(List<String> restored, List<String> notCovered, List<String> notSaved, boolean complete) {

    /** What is known before anything was checked. */
    public static final DataCoverage NONE = new DataCoverage(List.of(), List.of(), List.of(), false);

    public DataCoverage {
        restored = List.copyOf(restored);
        notCovered = List.copyOf(notCovered);
        notSaved = List.copyOf(notSaved);
    }

    /**
     * Mask its lines.
     *
     * @param masking hides secrets in a text
     * @return the same without secrets
     */
    public DataCoverage masked(UnaryOperator<String> masking) {
        return new DataCoverage(
                restored.stream().map(masking).toList(),
                notCovered.stream().map(masking).toList(),
                notSaved.stream().map(masking).toList(),
                complete);
    }

    /**
     * Data of which the run proves nothing, under a title.
     *
     * @param title what is missing
     * @param lines the places
     */
    public record Gap(String title, List<String> lines) {}

    /**
     * Return what a reader is shown of the gaps.
     *
     * @param most how many places each of them names; the last line says how many more there are
     */
    public List<Gap> gaps(int most) {
        return Stream.of(
                        new Gap("not covered and not saved", places(notCovered, notSaved::contains)),
                        new Gap("not covered", places(notCovered, line -> !notSaved.contains(line))),
                        new Gap("not saved", places(notSaved, line -> !notCovered.contains(line))))
                .filter(gap -> !gap.lines().isEmpty())
                .map(gap -> new Gap(gap.title(), limited(gap.lines(), most)))
                .toList();
    }

    private static List<String> places(List<String> lines, Predicate<String> which) {
        return lines.stream().filter(which).toList();
    }

    private static List<String> limited(List<String> lines, int most) {
        return lines.size() <= most
                ? lines
                : Stream.concat(lines.stream().limit(most), Stream.of("and " + (lines.size() - most) + " more"))
                        .toList();
    }
}
