package org.recipeharness.upgrade;

import java.util.ArrayList;
import java.util.List;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.checkout.Release;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.deployment.AppRendering;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Stage;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.readiness.NotReadyException;
import org.recipeharness.swarm.StackRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deploys what an upgrade comes from. That a published release can't be deployed any more is nothing unusual - images vanish, tags
 * move - and says nothing about the head.
 */
public final class BaseDeploy {

    /** Each one that can't be deployed costs a deploy. */
    private static final int MOST_TRIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(BaseDeploy.class);

    private final RunSources sources;
    private final AppRendering rendering;
    private final Stage stage;

    public BaseDeploy(RunSources sources, AppRendering rendering, Stage stage) {
        this.sources = sources;
        this.rendering = rendering;
        this.stage = stage;
    }

    /**
     * A base that runs.
     *
     * @param from the release
     * @param rendered what was sent
     * @param installed the app
     * @param passedOver newer releases that could not be deployed, each with its reason
     */
    public record Deployed(Checkout from, Rendered rendered, Installed installed, List<String> passedOver) {}

    /**
     * Deploys the first release that can be.
     *
     * @throws UnverifiedException when none can
     */
    public Deployed first(List<Release> candidates) throws InterruptedException {
        var passedOver = new ArrayList<String>();
        var reasons = new ArrayList<RuntimeException>();
        for (Release candidate : candidates.subList(0, Math.min(MOST_TRIES, candidates.size()))) {
            Checkout from = sources.release(candidate);
            try {
                Rendered rendered = rendering.fresh(from);
                return new Deployed(from, rendered, stage.fresh(rendered), List.copyOf(passedOver));
            } catch (DeployFailedException | NotReadyException | ComposeException | StackRefusedException e) {
                LOG.warn("{} can't be deployed as the base of an upgrade", from, e);
                passedOver.add(candidate + " can't be deployed: " + firstLine(e));
                reasons.add(e);
            }
        }
        throw new UnverifiedException(
                "no base of an upgrade can be deployed, so nothing is known of the head. "
                        + String.join("; ", passedOver),
                reasons);
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
