package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployFailure;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.recipes.pinboard.PinboardRun;
import org.recipeharness.recipes.pinboard.SideBySide;
import org.recipeharness.upgrade.Base;
import org.recipeharness.upgrade.Upgraded;

/** What comes of an upgrade to each state in which recipes are really published. */
@ResourceLock(providers = AloneOnTheNode.class)
class PinboardUpgradeTest {

    private static final Base NEAREST = new Base.Nearest();

    @SideBySide
    void theLatestReleaseComesFromTheNewestOneWhoseImageIsThereAndLeavesTheWorkerThatItDropped() throws Exception {
        try (var run = PinboardRun.at(Optional.empty())) {
            Upgraded upgraded = run.upgrade(NEAREST);

            assertThat(upgraded.from().ref()).isEqualTo("0.2.0+1.1.0");
            assertThat(upgraded.passedOver())
                    .singleElement()
                    .asString()
                    .startsWith("0.3.0+1.1.5 can't be deployed: ")
                    .contains("can't be had: No such image: lab.invalid/pinboard:1.1.5");
            assertThat(upgraded.replaced()).containsExactly("app");
            assertThat(upgraded.orphans()).containsExactly("worker");
            assertThat(upgraded.lost()).isEmpty();
            assertThat(run.board(upgraded.head().app()).version()).isEqualTo("1.2.0");
        }
    }

    @SideBySide
    void aGoodChangeReplacesWhatItChangesAndKeepsTheData() throws Exception {
        try (var run = PinboardRun.at(Optional.of("migration"))) {
            Upgraded upgraded = run.upgrade(NEAREST);

            assertThat(upgraded.from().ref()).isEqualTo("1.0.0+1.2.0");
            assertThat(upgraded.passedOver()).isEmpty();
            assertThat(upgraded.replaced()).containsExactly("app");
            assertThat(upgraded.orphans()).isEmpty();
            assertThat(upgraded.seeded().seeds()).isNotEmpty();
            assertThat(upgraded.lost()).isEmpty();
            assertThat(run.board(upgraded.head().app()).version()).isEqualTo("1.3.0");
        }
    }

    @SideBySide
    void aHeadThatCrashesIsRolledBackAndNotGreenForThatTheVersionBeforeServesOn() throws Exception {
        try (var run = PinboardRun.at(Optional.of("crashing-head"))) {
            assertThat(failureOf(run, DeployFailure.ROLLED_BACK))
                    .startsWith("Updating the service 'app': the swarm has rolled it back")
                    .containsPattern("What failed: task \\w+ failed with exit code 1")
                    .contains("pinboard 1.3.0: /etc/pinboard/settings.json has no \"keep_days\"");
            assertThat(imageOfApp(run)).isEqualTo("lab.invalid/pinboard:1.2.0");
        }
    }

    @SideBySide
    void aHeadThatCrashesUnderDockersDefaultIsPaused() throws Exception {
        try (var run = PinboardRun.at(Optional.of("pausing-update"))) {
            assertThat(failureOf(run, DeployFailure.PAUSED))
                    .startsWith("Updating the service 'app': the swarm has paused the update")
                    .containsPattern("What failed: task \\w+ failed with exit code 1")
                    .contains("pinboard 1.3.0: /etc/pinboard/settings.json has no \"keep_days\"");
        }
    }

    @SideBySide
    void aHeadThatNeverBecomesHealthyIsRolledBackForThat() throws Exception {
        try (var run = PinboardRun.at(Optional.of("wrong-healthcheck"))) {
            assertThat(failureOf(run, DeployFailure.ROLLED_BACK))
                    .startsWith("Updating the service 'app': the swarm has rolled it back")
                    .containsPattern("What failed: task \\w+ complete. It was unhealthy, its health check's last run:"
                            + " exit code 1, pinboard 1.2.0: GET /healthz is answered");
        }
    }

    @SideBySide
    void aConfigThatChangedUnderItsOldNameIsFoundBeforeAnythingIsSent() throws Exception {
        try (var run = PinboardRun.at(Optional.of("unbumped-config"))) {
            assertThatExceptionOfType(ComposeException.class)
                    .isThrownBy(() -> run.upgrade(NEAREST))
                    .withMessageContaining("the content of config 'settings' (settings.json.tmpl) has changed, but its"
                            + " name has not")
                    .withMessageContaining("Bump SETTINGS_VERSION, which abra.sh exports");
            assertThat(run.services())
                    .isNotEmpty()
                    .allSatisfy(service -> assertThat(service.update()).isEmpty());
        }
    }

    @SideBySide
    void aComposeFileThatAppsNameAndTheHeadHasNoMoreIsToldForTheUpgradeAlone() throws Exception {
        try (var run = PinboardRun.at(Optional.of("dropped-overlay"))) {
            assertThatExceptionOfType(ComposeException.class)
                    .isThrownBy(() -> run.upgrade(new Base.Named("0.2.0+1.1.0")))
                    .withMessageContaining("names 'extra/compose.worker.yml', but the recipe has no such file");
        }
    }

    @SideBySide
    void dataOnAVolumeThatWasRenamedIsLost() throws Exception {
        try (var run = PinboardRun.at(Optional.of("renamed-volume"))) {
            assertThat(run.upgrade(NEAREST).lost())
                    .containsExactly("volume 'content': no running service mounts it any more (volumes now: notes)");
        }
    }

    @SideBySide
    void aBaseThatIsTheHeadProvesNothing() throws Exception {
        try (var run = PinboardRun.at(Optional.of("1.0.0+1.2.0"))) {
            assertThatExceptionOfType(UnverifiedException.class)
                    .isThrownBy(() -> run.upgrade(new Base.Named("1.0.0+1.2.0")))
                    .withMessageContaining("are the same commit, so an upgrade would show nothing");
            assertThat(run.services()).isEmpty();
        }
    }

    private static String failureOf(PinboardRun run, DeployFailure expected) {
        DeployFailedException failure = catchThrowableOfType(DeployFailedException.class, () -> run.upgrade(NEAREST));
        assertThat(failure).isNotNull();
        assertThat(failure.failure()).isEqualTo(expected);
        return String.valueOf(failure.getMessage());
    }

    private static String imageOfApp(PinboardRun run) {
        return run.services().stream()
                .filter(service -> service.shortName().equals("app"))
                .findFirst()
                .orElseThrow()
                .image();
    }
}
