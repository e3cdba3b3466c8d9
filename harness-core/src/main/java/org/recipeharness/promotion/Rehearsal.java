package org.recipeharness.promotion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.AppRendering;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.RunSources;
import org.recipeharness.deployment.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a head through what promotion would do, on copies of the canonical's volumes and at a domain of the run's own. */
final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final WarmSite site;
    private final RunSources sources;
    private final Stage stage;
    private final AppRendering rendering;
    private final WarmDeploy deploy;
    private final CanonicalCopy copies;

    Rehearsal(
            WarmSite site,
            RunSources sources,
            Stage stage,
            AppRendering rendering,
            WarmDeploy deploy,
            CanonicalCopy copies) {
        this.site = site;
        this.sources = sources;
        this.stage = stage;
        this.rendering = rendering.at(site.rehearsal());
        this.deploy = deploy;
        this.copies = copies;
    }

    Promoted perform() throws InterruptedException {
        Instant start = Instant.now();
        Checkout head = sources.head();
        stage.clear();
        Optional<CanonicalCopy.Source> source = copies.source(1);
        Rendered next = source.isPresent() ? onto(source.get(), head) : rendering.fresh(head);
        WarmDeploy.requireRoute(next);
        Optional<GoodVersion> canonical = source.map(CanonicalCopy.Source::version);
        String rehearsed =
                "Rehearsing the promotion of " + head + " at " + next.plan().domain() + ", "
                        + canonical
                                .map(version -> "on copies of the volumes of " + version.ref())
                                .orElse("as new, as there is no canonical yet");
        LOG.info("{}", rehearsed);
        Installed installed;
        try {
            installed = deploy.answering(next);
            if (canonical.isPresent()) {
                deploy.requireData(installed, canonical.get());
            }
            deploy.requireSound(installed);
        } catch (RuntimeException e) {
            throw new PromotionFailedException(
                    rehearsed,
                    e,
                    List.of(canonical
                            .map(version -> "The canonical is " + version.ref() + " as before, and was only read")
                            .orElse("There is no canonical, as before")));
        }
        stage.clear();
        return new Promoted(
                Promoted.Kind.REHEARSED,
                head,
                canonical.map(GoodVersion::ref),
                next.plan().domain(),
                Optional.of(installed),
                List.of(),
                Duration.between(start, Instant.now()));
    }

    private Rendered onto(CanonicalCopy.Source source, Checkout head) throws InterruptedException {
        Rendered former = rendering.fresh(sources.canonical(source.version()));
        site.requireKeyOf(source.version());
        stage.claim(former);
        copies.fill(former, source);
        return rendering.reattached(former, head);
    }
}
