package org.recipeharness.verdict;

import java.util.List;
import java.util.Optional;

/**
 * A recipe that is red, as one of those of a night.
 *
 * @param recipe its name
 * @param reds its red tests in the sweep
 * @param kind whose the fault is; empty where it was not judged
 */
public record Fallen(String recipe, List<Red> reds, Optional<Verdict.Kind> kind) {

    public Fallen {
        reds = List.copyOf(reds);
    }
}
