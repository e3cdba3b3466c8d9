package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.settings.Setting;
import org.recipeharness.swarm.Notice;

/** What a test class sees of who holds the swarm's node. */
class NodeHeldTest {

    private static final String PREFIX = "recipe-harness-lease-";
    private static final String LABEL = "org.recipeharness.lease.";
    private static final Map<String, String> OTHERS = Map.of(
            LABEL + "state", "HELD",
            LABEL + "token", "other",
            LABEL + "owner", "root on ci-1, process 7",
            LABEL + "lasts", "PT1H",
            LABEL + "runs", "run-1");

    private final Path folder;

    NodeHeldTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void byAnotherOneMakesAllUnverifiedAndNamesThat() {
        Outcome outcome = FixtureRun.in(folder)
                .with(Setting.LEASE_WAIT, "1s")
                .on(swarm -> swarm.notices().create(PREFIX + 1, "", OTHERS))
                .of(TwoTiersTestCases.class);

        assertThat(outcome.failures().values())
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(UnverifiedException.class)
                        .hasMessageContaining("held by root on ci-1, process 7, with run run-1"));
        assertThat(outcome.story()).doesNotContain("deploy " + FixtureRun.STACK);
    }

    @Test
    void byAnotherOneIsNoMatterWhereTwoMay() {
        var allowsTwo = new TreeMap<>(OTHERS);
        allowsTwo.put(LABEL + "holders", "2");
        FixtureRun fixture = FixtureRun.in(folder)
                .with(Setting.HOLDERS, "2")
                .on(swarm -> swarm.notices().create(PREFIX + 1, "", allowsTwo));

        assertThat(fixture.of(TwoTiersTestCases.class).failures()).isEmpty();
        assertThat(leases(fixture)).extracting(Notice::labels).containsExactly(allowsTwo);
    }

    @Test
    void byAnotherOneThatAllowsNoSecondIsHeldWhateverThisOneAllows() {
        Outcome outcome = FixtureRun.in(folder)
                .with(Setting.HOLDERS, "2")
                .with(Setting.LEASE_WAIT, "1s")
                .on(swarm -> swarm.notices().create(PREFIX + 1, "", OTHERS))
                .of(TwoTiersTestCases.class);

        assertThat(outcome.failures().values())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(UnverifiedException.class)
                        .hasMessageContaining("expected fewer than 1 holder. "));
        assertThat(outcome.story()).doesNotContain("deploy " + FixtureRun.STACK);
    }

    @Test
    void byAnotherOneIsPrintedOnTheConsoleOnceAndAtOnce() {
        LaunchedRun run = FixtureRun.in(folder)
                .with(Setting.LEASE_WAIT, "1s")
                .on(swarm -> swarm.notices().create(PREFIX + 1, "", OTHERS))
                .launched(TwoTiersTestCases.class);

        assertThat(Stream.of(run.console().split("\\R"))
                        .filter(line -> line.startsWith("Waiting for the swarm's node ")))
                .singleElement()
                .asString()
                .contains(" s, at most 1 s: held by root on ci-1, process 7, with run run-1 (config " + PREFIX + 1);
    }

    @Test
    void byARunIsSaidWhileItDeploysAndNotBehindIt() {
        FixtureRun fixture = FixtureRun.in(folder);

        assertThat(fixture.of(HoldingTestCases.class).failures()).isEmpty();

        assertThat(leases(fixture)).isEmpty();
    }

    @Test
    void byARunThatIsKeptIsNobodysBehindIt() {
        FixtureRun fixture = FixtureRun.in(folder).with(Setting.KEEP, "always");

        assertThat(fixture.of(HoldingTestCases.class).failures()).isEmpty();

        assertThat(leases(fixture)).isEmpty();
    }

    @Test
    void byARunThatLeavesSomethingBehindTellsTheNextOneOfIt() {
        FixtureRun fixture = FixtureRun.in(folder);

        fixture.of(CleanUpTest.LeavingBehindTestCases.class);

        assertThat(leases(fixture))
                .singleElement()
                .satisfies(notice -> assertThat(notice.labels())
                        .containsEntry(LABEL + "state", "LEFT")
                        .hasEntrySatisfying(
                                LABEL + "runs", run -> assertThat(run).matches("\\d{8}-\\d{6}-[0-9a-f]{6}")));
    }

    @Test
    void byAnotherOneMeanwhileLetsNothingMoreBeDone() {
        Outcome outcome = FixtureRun.in(folder).of(LosingItTestCases.class);

        assertThat(outcome.failure("LosingItTestCases.b"))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("the lease of this process is lost")
                .hasMessageContaining("root on ci-1");
    }

    private static List<Notice> leases(FixtureRun fixture) {
        return fixture.itsSwarm().notices().list(PREFIX);
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class HoldingTestCases {

        @Test
        void isNamed(DeployedApp app, RecordingSwarm swarm) {
            assertThat(swarm.notices().list(PREFIX))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.labels())
                            .containsEntry(LABEL + "state", "HELD")
                            .containsEntry(LABEL + "runs", app.stack().labels().run()));
        }
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    @TestMethodOrder(MethodName.class)
    static class LosingItTestCases {

        @Test
        void a(DeployedApp app, RecordingSwarm swarm) {
            Notice ours = swarm.notices().list(PREFIX).get(0);
            assertThat(swarm.notices().replace(ours, new TreeMap<>(OTHERS))).isTrue();
        }

        @Test
        void b(DeployedApp app) {}
    }
}
