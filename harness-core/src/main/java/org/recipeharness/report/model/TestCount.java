package org.recipeharness.report.model;

import java.util.List;

/**
 * Which tests of a recipe were to run, and which did.
 *
 * @param expected how many were chosen; one that runs several times counts once
 * @param ended how many of these have come to an end, whatever it was
 * @param skipped the ones that were not to run by their own word, with the reason
 * @param missing the ones of which nothing was heard, though nothing says that they were not to run
 */
public record TestCount(int expected, int ended, List<Note> skipped, List<String> missing) {

    public TestCount {
        skipped = List.copyOf(skipped);
        missing = List.copyOf(missing);
    }
}
