package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.settings.Setting;

class PromoteTierTest {

    private static final String WARM = "deploy warm-routed_example_test";
    private static final String CHECK = "Promote.answersAtItsWarmDomain";

    private final Path folder;

    PromoteTierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesTheHeadTheCanonicalBehindAllOtherTiersAndKeepsItsVolumes() {
        Outcome outcome = FixtureRun.in(folder).of(Green.class);

        assertThat(outcome.failures()).isEmpty();
        List<String> story = outcome.story();
        assertThat(story).contains("own test: FIRST at warm-routed.example.test");
        assertThat(story.indexOf("own test of custom")).isLessThan(story.indexOf(WARM));
        assertThat(story.subList(story.indexOf(WARM), story.size()))
                .contains("remove warm-routed_example_test")
                .doesNotContain("remove volumes of warm-routed_example_test");
        assertThat(folder.resolve("canonicals/routed/canonical.json")).content().contains("2.0.0+1.0.0");
        assertThat(folder.resolve("canonicals/routed/advance.json")).doesNotExist();
    }

    @Test
    void promotesNothingOfWhichATestHasFailed() {
        Outcome outcome = FixtureRun.in(folder).of(Red.class);

        assertThat(outcome.failures()).containsKeys("Custom.fails", CHECK);
        assertThat(outcome.failure(CHECK))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("a test of this run has failed")
                .hasMessageContaining("-Dref=2.0.0+1.0.0 -Dtier=promote");
        assertThat(outcome.story()).doesNotContain(WARM);
    }

    @Test
    void promotesNothingOfWhichATierWasNotRun() {
        Outcome outcome = FixtureRun.in(folder).of(selectNestedClass(List.of(Green.class), Green.Promote.class));

        assertThat(outcome.failure(CHECK))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("no test of these tiers was run: install, custom");
        assertThat(outcome.story()).doesNotContain(WARM);
    }

    @Test
    void takesAnInstallOfWhichNothingAppliedForNoProof() {
        Outcome outcome = FixtureRun.in(folder).of(WithoutInstall.class);

        assertThat(outcome.failure(CHECK)).hasMessageContaining("no test of the install tier has passed");
    }

    @Test
    void isNotApplicableToAnythingButTheLatestRelease() {
        Outcome outcome = FixtureRun.in(folder).with(Setting.REF, "1.0.0+1.0.0").of(Green.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().aborted().count()).isGreaterThanOrEqualTo(2);
        assertThat(outcome.story()).doesNotContain(WARM);
    }

    @Test
    void rehearsesAnyRefByItselfAtADomainOfItsOwn() {
        Outcome outcome = FixtureRun.in(folder)
                .with(Setting.REF, "1.0.0+1.0.0")
                .with(Setting.TIER, "promote")
                .of(selectNestedClass(List.of(Green.class), Green.Promote.class));

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story())
                .doesNotContain(WARM)
                .anyMatch(event -> event.matches("own test: REHEARSED at warm-routed-\\w{6}\\.example\\.test"));
        assertThat(folder.resolve("canonicals/routed/canonical.json")).doesNotExist();
    }

    @Test
    void isNotApplicableWhereNothingLeadsToTheApp() {
        Outcome outcome = FixtureRun.in(folder).of(Unrouted.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.story()).doesNotContain("deploy warm-aged_example_test");
    }

    @Test
    void refusesToAskElsewhereThanAtTheDomain() {
        Outcome outcome = FixtureRun.in(folder).of(AskedElsewhere.class);

        assertThat(outcome.failure("AskedElsewhere"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("does not ask over HTTPS at the app's domain");
    }

    @RecipeDeployment(
            value = "routed",
            ready = @Ready(by = AnswersAtOnce.class),
            warm = @Ready(by = AnswersAtOnce.class))
    static class Green {

        @Nested
        class Promote extends PromoteTier {
            @Test
            void isToldOfIt(Promoted promoted) {
                FixtureRun.swarm().note("own test: " + promoted.kind() + " at " + promoted.domain());
            }
        }

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {
            @Test
            void passes(DeployedApp app) {
                FixtureRun.swarm().note("own test of custom");
            }
        }
    }

    @RecipeDeployment(
            value = "routed",
            ready = @Ready(by = AnswersAtOnce.class),
            warm = @Ready(by = AnswersAtOnce.class))
    static class Red {

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {
            @Test
            void fails(DeployedApp app) {
                assertThat(app.services()).isEmpty();
            }
        }

        @Nested
        class Promote extends PromoteTier {}
    }

    @RecipeDeployment(
            value = "routed",
            ready = @Ready(by = AnswersAtOnce.class),
            warm = @Ready(by = AnswersAtOnce.class))
    static class WithoutInstall {

        @Nested
        class Custom extends CustomTier {
            @Test
            void doesNotApply(DeployedApp app) {
                assumeThat(app.services()).isEmpty();
            }
        }

        @Nested
        class Promote extends PromoteTier {}
    }

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class))
    static class Unrouted {

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Promote extends PromoteTier {}
    }

    @RecipeDeployment(value = "routed", warm = @Ready(tcp = 80))
    static class AskedElsewhere {

        @Nested
        class Promote extends PromoteTier {}
    }
}
