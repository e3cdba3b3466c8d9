package org.recipeharness.junit;

import java.util.List;
import java.util.stream.Collectors;
import org.recipeharness.lint.Finding;

/** Stands beside a failure, suppressed and never in its place: what the recipe's files show that may be the reason. */
final class FoundInFiles extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FoundInFiles(List<Finding> explaining) {
        super(
                "Found in the recipe's files before the deploy, and may be the reason:"
                        + explaining.stream().map(finding -> "\n  " + finding).collect(Collectors.joining()),
                null,
                false,
                false);
    }
}
