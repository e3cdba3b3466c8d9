package org.recipeharness.promotion;

import java.nio.file.Path;
import java.util.List;
import org.recipeharness.deployment.AppRendering;
import org.recipeharness.deployment.RunId;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Stage;
import org.recipeharness.settings.Settings;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.upgrade.Base;
import org.recipeharness.upgrade.BaseDeploy;

/** The promote tier: the head becomes the recipe's canonical, or is shown how that would go. */
public final class PromoteWork {

    private final WarmSite site;
    private final RunId run;
    private final Swarm swarm;
    private final RunSources sources;
    private final Stage stage;
    private final PromotionGate gate;
    private final WarmDeploy deploy;
    private final CanonicalCopy copies;

    public PromoteWork(
            RunPlan plan, RunId run, Settings settings, Swarm swarm, RunSources sources, Stage stage, Path folder) {
        this.site = new WarmSite(plan, run, settings, swarm);
        this.run = run;
        this.swarm = swarm;
        this.sources = sources;
        this.stage = stage;
        this.gate = new PromotionGate(plan.recipe(), sources, settings);
        this.deploy = new WarmDeploy(plan, stage);
        this.copies = new CanonicalCopy(site, swarm, folder.resolve("canonical"));
    }

    /** Deploys an earlier canonical, or the present one, on copies of its volumes, for an upgrade to come from. */
    public BaseDeploy.Deployed aged(Base.Aged base, AppRendering rendering) throws InterruptedException {
        return new AgedDeploy(site, sources, stage, rendering, copies).deploy(base);
    }

    /**
     * Promotes the head, or rehearses it.
     *
     * @param shortOfGreen what its cold run lacks of a fully green one
     * @param rendering how its apps are rendered
     * @param evidence keeps what there is to see of a head that failed, before the canonical is brought back
     */
    public Promoted perform(List<String> shortOfGreen, AppRendering rendering, EvidenceKeeper evidence)
            throws InterruptedException {
        if (gate.isRehearsal()) {
            return new Rehearsal(site, sources, stage, rendering, deploy, copies).perform();
        }
        gate.require(shortOfGreen);
        return new Promotion(site, run, swarm, sources, stage, rendering, deploy, step -> {}, evidence).perform();
    }
}
