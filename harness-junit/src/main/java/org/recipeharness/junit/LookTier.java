package org.recipeharness.junit;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.recipeharness.deployment.Findings;
import org.recipeharness.deployment.Tier;
import org.recipeharness.lint.Finding;

/**
 * The look tier: nothing in the recipe's files is certain to fail, and nothing is deployed to find that out. It needs no swarm, so that
 * {@code -Dtier=look} is for an editor and a hook before a commit. To be extended by a nested class.
 *
 * <p>A finding of the severity {@code error} is red ({@code docs/findings.md}); warnings and notes are reported.
 */
@OfTier(Tier.LOOK)
public abstract class LookTier {

    @Test
    void findsNoErrorInTheFiles(Findings findings, TestReporter reporter) {
        findings.all().forEach(finding -> reporter.publishEntry("found in the recipe's files", finding.toString()));
        List<Finding> errors = findings.errors();
        if (!errors.isEmpty()) {
            throw new AssertionError(errors.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        }
    }
}
