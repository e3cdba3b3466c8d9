package org.recipeharness.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.data.Seeded;
import org.recipeharness.deployment.DataLostException;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.Rendered;
import org.recipeharness.deployment.RunId;
import org.recipeharness.swarm.ServiceState;

/** Puts together what makes a version that answers at its warm domain the canonical. */
final class Goodness {

    private final WarmSite site;
    private final WarmDeploy deploy;
    private final RunId run;

    Goodness(WarmSite site, WarmDeploy deploy, RunId run) {
        this.site = site;
        this.deploy = deploy;
        this.run = run;
    }

    /**
     * Looks for what the canonical carries, or gives it something to carry when it is the first one.
     *
     * @param told is told what carries no marker
     * @throws DataLostException when it is not there any more
     */
    GoodVersion of(Installed installed, Rendered sent, Optional<GoodVersion> before, List<String> told)
            throws InterruptedException {
        DeployedApp app = installed.app();
        Seeded carried;
        if (before.isPresent()) {
            deploy.requireData(installed, before.get());
            carried = before.get().markers();
        } else {
            carried = deploy.seed(installed);
            carried.uncovered().forEach(store -> told.add("Carries no marker: " + store));
        }
        List<String> there = site.place().volumes();
        return new GoodVersion(
                app.checkout().ref(),
                app.checkout().commit(),
                app.domain(),
                images(app),
                sent.plan().stack().volumes().stream()
                        .filter(volume -> there.contains(volume.name()))
                        .toList(),
                site.keyUsed(),
                carried,
                Instant.now(),
                run.text(),
                evidence(installed, carried));
    }

    private static Map<String, String> images(DeployedApp app) {
        return app.services().stream().collect(Collectors.toMap(ServiceState::shortName, ServiceState::image));
    }

    private static List<String> evidence(Installed installed, Seeded carried) {
        return Stream.concat(
                        installed.readiness().stream().map(use -> "answered: " + use),
                        carried.seeds().stream().map(seed -> "carries a marker: " + seed.store()))
                .toList();
    }
}
