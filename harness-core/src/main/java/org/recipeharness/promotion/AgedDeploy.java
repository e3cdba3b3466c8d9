package org.recipeharness.promotion;

import java.util.List;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.AppRendering;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Stage;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.upgrade.Base;
import org.recipeharness.upgrade.BaseDeploy;

/** Deploys a canonical as the base of an upgrade: data that has lived through real upgrades, copied. */
final class AgedDeploy {

    private final WarmSite site;
    private final RunSources sources;
    private final Stage stage;
    private final AppRendering rendering;
    private final CanonicalCopy copies;

    AgedDeploy(WarmSite site, RunSources sources, Stage stage, AppRendering rendering, CanonicalCopy copies) {
        this.site = site;
        this.sources = sources;
        this.stage = stage;
        this.rendering = rendering.at(site.aged());
        this.copies = copies;
    }

    /** @throws UnverifiedException when there is no canonical of that age, or it can't be deployed */
    BaseDeploy.Deployed deploy(Base.Aged base) throws InterruptedException {
        stage.clear();
        CanonicalCopy.Source source = copies.source(base.age())
                .orElseThrow(() -> new UnverifiedException(
                        site.place().recipe() + " has no canonical that an upgrade could come from"));
        Checkout from = sources.canonical(source.version());
        if (from.commit().equals(sources.head().commit()) && !sources.head().dirty()) {
            throw new UnverifiedException(base + " is " + source.version().ref()
                    + ", the head itself, so an upgrade would show nothing. Choose another one with -Dfrom= or -Dref=");
        }
        Rendered rendered = rendering.fresh(from);
        site.requireKeyOf(source.version());
        stage.claim(rendered);
        copies.fill(rendered, source);
        try {
            return new BaseDeploy.Deployed(from, rendered, stage.onto(rendered), List.of());
        } catch (DeployFailedException | NotReadyException e) {
            throw new UnverifiedException(
                    base + ", " + source.version().ref()
                            + ", can't be deployed on copies of its volumes, so nothing is known of the head. "
                            + e.getMessage(),
                    List.of(e));
        }
    }
}
