package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.Event;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.settings.Setting;

class UpgradeTierTest {

    private static final String DEPLOY = "deploy " + FixtureRun.STACK;
    private static final String REMOVE = "remove " + FixtureRun.STACK;
    private static final String SEED = "write /srv/content/.recipe-harness-marker in container-of-app";

    private final Path folder;

    UpgradeTierTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void deploysTheNearestReleaseSeedsItAndComesToTheHeadInPlace() {
        Outcome outcome = FixtureRun.in(folder).of(UpgradeTestCases.Aged.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(deeds(outcome))
                .containsExactly(
                        DEPLOY,
                        REMOVE,
                        DEPLOY,
                        SEED,
                        DEPLOY,
                        "own test of upgrade, on 2.0.0+1.0.0",
                        "own test of custom, on 2.0.0+1.0.0",
                        REMOVE);
        assertThat(outcome.reported()).anySatisfy(value -> assertThat(value).startsWith("aged at 1.1.0+1.0.0"));
    }

    @Test
    void comesFromEachReleaseThatIsNamedAndLeavesTheLastOnesApp() {
        Outcome outcome = FixtureRun.in(folder)
                .with(Setting.FROM, "1.0.0+1.0.0,1.1.0+1.0.0")
                .with(Setting.TIER, "upgrade")
                .of(UpgradeTestCases.Aged.Upgrade.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(deeds(outcome))
                .containsExactly(
                        DEPLOY,
                        SEED,
                        DEPLOY,
                        REMOVE,
                        DEPLOY,
                        SEED,
                        DEPLOY,
                        "own test of upgrade, on 2.0.0+1.0.0",
                        REMOVE);
        assertThat(names(outcome)).contains("from 1.0.0+1.0.0", "from 1.1.0+1.0.0");
    }

    @Test
    void comesFromAllOlderReleases() {
        Outcome outcome = FixtureRun.in(folder).with(Setting.FROM, "all").of(UpgradeTestCases.Aged.Upgrade.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(names(outcome)).contains("from 1.0.0+1.0.0", "from 1.1.0+1.0.0");
    }

    @Test
    void passesOverAReleaseThatCanNotBeDeployedAndSaysSo() {
        Outcome outcome =
                FixtureRun.in(folder).on(swarm -> swarm.crashLoopOf("1.1.0")).of(UpgradeTestCases.Aged.Upgrade.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.reported())
                .anySatisfy(value -> assertThat(value).startsWith("aged at 1.0.0+1.0.0"))
                .anySatisfy(value -> assertThat(value)
                        .startsWith("1.1.0+1.0.0 can't be deployed: Service 'app' of stack " + FixtureRun.STACK
                                + " crash-loops"));
    }

    @Test
    void blamesNobodyWhereTheNamedBaseCanNotBeDeployed() {
        Outcome outcome = FixtureRun.in(folder)
                .on(swarm -> swarm.crashLoopOf("1.1.0"))
                .with(Setting.FROM, "1.1.0+1.0.0")
                .of(UpgradeTestCases.Aged.Upgrade.class);

        assertThat(outcome.failure("Upgrade.comesToTheHead"))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageStartingWith(
                        "Unverified: no base of an upgrade can be deployed, so nothing is known of the head."
                                + " 1.1.0+1.0.0 can't be deployed: Service 'app'");
    }

    @Test
    void tellsDataThatIsGoneAfterTheUpgrade() {
        Outcome outcome =
                FixtureRun.in(folder).on(RecordingSwarm::loseFilesAtDeploy).of(UpgradeTestCases.Aged.Upgrade.class);

        assertThat(outcome.failures()).containsOnlyKeys("Upgrade.keepsTheDataThatWasThereBefore");
        assertThat(outcome.failure("Upgrade.keepsTheDataThatWasThereBefore"))
                .hasMessageContaining(
                        "volume 'content': the file /srv/content/.recipe-harness-marker of service 'app' is gone");
    }

    @Test
    void seedsADeclaredDatabaseAndLooksForItsRowsAtTheHead() {
        Outcome outcome = FixtureRun.in(folder).of(UpgradeTestCases.WithDatabase.Upgrade.class);

        assertThat(outcome.reported()).contains("PostgreSQL database 'pins' of service 'app'", "volume 'content'");
        assertThat(outcome.failures()).containsOnlyKeys("Upgrade.keepsTheDataThatWasThereBefore");
        assertThat(outcome.failure("Upgrade.keepsTheDataThatWasThereBefore"))
                .hasMessageContaining("PostgreSQL database 'pins' of service 'app': the table ci_marker holds"
                        + " [ran 'psql -X -w -qAt -v ON_ERROR_STOP=1 -U pinner -d pins' in ");
    }

    @Test
    void tellsADeclaredDatabaseOfAServiceThatTheStackHasNot() {
        Outcome outcome = FixtureRun.in(folder).of(UpgradeTestCases.WithDatabaseOfAnUnknownService.Upgrade.class);

        assertThat(outcome.failures()).containsOnlyKeys("WithDatabaseOfAnUnknownService");
        assertThat(outcome.failure("WithDatabaseOfAnUnknownService"))
                .hasMessageEndingWith(
                        "@PostgresMarker(service = \"postgres\"): the recipe aged has no service 'postgres'."
                                + " Its services: app");
        assertThat(outcome.story()).containsExactly("open", "close");
    }

    @Test
    void isUnverifiedWhereTheBaseIsTheHead() {
        Outcome outcome =
                FixtureRun.in(folder).with(Setting.FROM, "2.0.0+1.0.0").of(UpgradeTestCases.Aged.Upgrade.class);

        assertThat(outcome.failures().values())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(UnverifiedException.class)
                        .hasMessageContaining("are the same commit, so an upgrade would show nothing"));
    }

    @Test
    void isNotApplicableToAFirstRelease() {
        Outcome outcome = FixtureRun.in(folder).of(UpgradeTestCases.OneRelease.class);

        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.results().testEvents().aborted().count()).isEqualTo(2);
        assertThat(deeds(outcome)).isEmpty();
    }

    @Test
    void listsTheReleasesWhereOneOfThatNameIsUnknown() {
        Outcome outcome = FixtureRun.in(folder).with(Setting.FROM, "9.9.9+1").of(UpgradeTestCases.Aged.Upgrade.class);

        assertThat(outcome.failure("Upgrade.comesToTheHead"))
                .hasMessageContaining("Its releases: 2.0.0+1.0.0, 1.1.0+1.0.0, 1.0.0+1.0.0");
    }

    @Test
    void refusesADowngrade() {
        Outcome outcome = FixtureRun.in(folder)
                .with(Setting.REF, "1.1.0+1.0.0")
                .with(Setting.FROM, "2.0.0+1.0.0")
                .of(UpgradeTestCases.Aged.Upgrade.class);

        assertThat(outcome.failure("Upgrade.comesToTheHead")).hasMessageContaining("would be a downgrade");
    }

    @Test
    void leavesTheTiersBehindAFailedUpgradeWithANewApp() {
        Outcome outcome = FixtureRun.in(folder)
                .on(swarm -> swarm.failUpgrades("the new task failed"))
                .of(UpgradeTestCases.Aged.class);

        assertThat(outcome.failures().keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).startsWith("Upgrade"));
        assertThat(deeds(outcome))
                .containsExactly(
                        DEPLOY,
                        REMOVE,
                        DEPLOY,
                        SEED,
                        DEPLOY,
                        REMOVE,
                        DEPLOY,
                        "own test of custom, on 2.0.0+1.0.0",
                        REMOVE);
    }

    @Test
    void keepsTheAppOfAFailedUpgradeWhereThatIsAskedFor() {
        Outcome outcome = FixtureRun.in(folder)
                .on(swarm -> swarm.failUpgrades("the new task failed"))
                .with(Setting.KEEP, "on-failure")
                .of(UpgradeTestCases.Aged.class);

        assertThat(outcome.failure("Custom.ownOfCustom"))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("its app is kept for you to look at (harness.keep)");
        assertThat(deeds(outcome)).containsExactly(DEPLOY, REMOVE, DEPLOY, SEED, DEPLOY);
    }

    /** What was done to the swarm and by the tests, each removal told once. */
    private static List<String> deeds(Outcome outcome) {
        List<String> deeds = outcome.story().stream()
                .filter(event -> event.startsWith("own test")
                        || event.equals(DEPLOY)
                        || event.startsWith("write ")
                        || event.equals(REMOVE))
                .toList();
        return IntStream.range(0, deeds.size())
                .filter(at -> at == 0
                        || !deeds.get(at).equals(deeds.get(at - 1))
                        || !deeds.get(at).equals(REMOVE))
                .mapToObj(deeds::get)
                .toList();
    }

    private static List<String> names(Outcome outcome) {
        return outcome.results().testEvents().started().stream()
                .map(Event::getTestDescriptor)
                .map(descriptor -> descriptor.getDisplayName())
                .toList();
    }
}
