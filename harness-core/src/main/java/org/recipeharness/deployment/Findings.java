package org.recipeharness.deployment;

import java.util.List;
import java.util.stream.Collectors;
import org.recipeharness.lint.Finding;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.Touches;

/**
 * What is known of a recipe's files without deploying them.
 *
 * @param all the findings; those that compare are about the release that the head was compared with
 */
public record Findings(List<Finding> all) {

    public Findings {
        all = List.copyOf(all);
    }

    public static Findings none() {
        return new Findings(List.of());
    }

    /**
     * Finds what can be why a tier is red; notes never are.
     *
     * @param tier which tier
     * @return those findings; empty for the tiers that only assert
     */
    public List<Finding> explaining(Tier tier) {
        return all.stream()
                .filter(finding -> touched(tier).stream().anyMatch(finding::explains))
                .toList();
    }

    private static List<Touches> touched(Tier tier) {
        return switch (tier) {
            case INSTALL -> List.of(Touches.DEPLOY);
            case UPGRADE, REATTACH, PROMOTE -> List.of(Touches.UPGRADE, Touches.DEPLOY);
            case BACKUP, RESTORE, DRILL -> List.of(Touches.BACKUP);
            case LOOK, CUSTOM -> List.of();
        };
    }

    /**
     * Return what is certain to fail.
     *
     * @return the findings of the severity {@code error}
     */
    public List<Finding> errors() {
        return all.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /** Writes them down as evidence, a line each. */
    public String text() {
        return all.stream().map(finding -> finding + "\n").collect(Collectors.joining());
    }
}
