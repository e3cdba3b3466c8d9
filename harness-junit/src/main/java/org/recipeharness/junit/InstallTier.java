package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.Findings;
import org.recipeharness.deployment.Installed;
import org.recipeharness.deployment.Tier;
import org.recipeharness.neighbours.NameReport;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackService;
import org.recipeharness.swarm.ServiceState;

/** The install tier: the recipe deploys afresh, and what runs is what was checked out. To be extended by a nested class. */
@OfTier(Tier.INSTALL)
@TestMethodOrder(OrderAnnotation.class)
public abstract class InstallTier {

    @Test
    @Order(1)
    void becomesReady(Installed installed, Findings findings, TestReporter reporter) {
        findings.all().forEach(finding -> reporter.publishEntry("found in the recipe's files", finding.toString()));
        ReadinessEvidence.require(installed, reporter);
    }

    @Test
    @Order(2)
    void runsTheRenderedImages(DeployedApp app) {
        Map<String, String> running = app.services().stream()
                .collect(Collectors.toMap(ServiceState::shortName, service -> withoutDigest(service.image())));
        Map<String, String> rendered =
                app.stack().services().stream().collect(Collectors.toMap(StackService::name, StackService::image));
        assertThat(running).as("the services of %s and their images", app).isEqualTo(rendered);
    }

    @Test
    @Order(3)
    void runsTheCommitThatWasCheckedOut(DeployedApp app) {
        assertThat(app.services())
                .as("the services of %s", app)
                .allSatisfy(service -> assertThat(service.labels())
                        .as("the labels of service %s", service.shortName())
                        .containsEntry(RunLabels.COMMIT, app.stack().labels().commit()));
    }

    @Test
    @Order(4)
    void reachesItsOwnServices(Installed installed, TestReporter reporter) {
        NameReport names = installed.names();
        names.remarks().forEach(remark -> reporter.publishEntry("names on shared networks", remark));
        assertThat(names.collisions())
                .as("names by which the services of %s reach a stranger", installed.app())
                .isEmpty();
        if (names.asked() == 0) {
            throw new NotApplicableAbort("no service on a shared network has another one beside it"
                    + " in its stack, so there is no name that could lead to a stranger");
        }
        reporter.publishEntry("names asked for", String.valueOf(names.asked()));
    }

    private static String withoutDigest(String image) {
        int at = image.indexOf('@');
        return at < 0 ? image : image.substring(0, at);
    }
}
