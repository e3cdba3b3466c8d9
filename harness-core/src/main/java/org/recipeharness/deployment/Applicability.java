package org.recipeharness.deployment;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tiers a test declares not to apply to its recipe.
 *
 * @param reasons why, by tier; a tier that is not among them applies
 */
public record Applicability(Map<Tier, String> reasons) {

    /** What others build on, or what is left out by having no class for it. */
    private static final Set<Tier> ALWAYS = EnumSet.of(Tier.LOOK, Tier.INSTALL, Tier.CUSTOM);

    public Applicability {
        reasons = Map.copyOf(reasons);
        reasons.forEach((tier, reason) -> {
            if (ALWAYS.contains(tier)) {
                throw new IllegalArgumentException(
                        "found the tier '" + tier.word() + "' as not applicable, which always applies");
            }
            if (reason.isBlank()) {
                throw new IllegalArgumentException("found the tier '" + tier.word()
                        + "' as not applicable without a reason, expected one, as it is what the report shows");
            }
        });
    }

    /**
     * Has all tiers apply.
     *
     * @return nothing is declared
     */
    public static Applicability ofAll() {
        return new Applicability(Map.of());
    }

    /**
     * Has tiers apply whatever is declared of them, because they are asked for.
     *
     * @param tiers which
     * @return what is declared of the others
     */
    public Applicability exceptOf(Tier... tiers) {
        var others = new HashMap<>(reasons);
        others.keySet().removeAll(List.of(tiers));
        return new Applicability(others);
    }

    /**
     * Requires that a tier applies.
     *
     * @param tier the tier that is about to be performed
     * @throws NotApplicableException with the declared reason, when it does not
     */
    public void require(Tier tier) {
        String reason = reasons.get(tier);
        if (reason != null) {
            throw new NotApplicableException(reason);
        }
    }
}
