package org.recipeharness.promotion;

import java.util.List;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.Release;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Tier;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Load;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;

/** Decides whether a head may be promoted: a release that nothing newer has replaced, green in all tiers of its cold run. */
final class PromotionGate {

    private final RecipeName recipe;
    private final RunSources sources;
    private final Settings settings;

    PromotionGate(RecipeName recipe, RunSources sources, Settings settings) {
        this.recipe = recipe;
        this.sources = sources;
        this.settings = settings;
    }

    /** A ref that is taken to the promote tier alone is rehearsed, whatever it is: a green cold run is nothing that it could show. */
    boolean isRehearsal() {
        return settings.text(Setting.REF).isPresent()
                && settings.text(Setting.TIER)
                        .filter(Tier.PROMOTE.word()::equals)
                        .isPresent();
    }

    /**
     * Insists that the head may become the canonical.
     *
     * @param shortOfGreen what the cold run of the same test class lacks of a fully green one, a line each
     * @throws NotApplicableException when the head is not the latest release, or a load is put on it
     * @throws UnverifiedException when its cold run was not fully green
     */
    void require(List<String> shortOfGreen) throws InterruptedException {
        List<Load> loads = settings.sweeping().loadOn(recipe.text());
        if (!loads.isEmpty()) {
            throw new NotApplicableException(
                    "a run under load is never promoted, and this one is under " + loads + " (harness.load)");
        }
        Checkout head = sources.head();
        List<Release> releases = sources.all();
        boolean latest = !head.dirty()
                && head.version().isPresent()
                && releases.stream()
                        .findFirst()
                        .filter(release -> release.commit().equals(head.commit()))
                        .isPresent();
        if (!latest) {
            throw new NotApplicableException("only the latest release is promoted, "
                    + (releases.isEmpty() ? "and there is none" : "which is " + releases.get(0)) + "; this is " + head
                    + ". Rehearse it with -Dref=" + head.ref() + " -Dtier=promote");
        }
        if (!shortOfGreen.isEmpty()) {
            throw new UnverifiedException("only what a cold run has found fully green is promoted. "
                    + String.join("; ", shortOfGreen) + ". To see how it would go, rehearse it with -Dref=" + head.ref()
                    + " -Dtier=promote");
        }
    }
}
