package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.backup.BackupEngine;
import org.recipeharness.backup.BackupException;
import org.recipeharness.backup.ResticEngine;
import org.recipeharness.backup.Selection;
import org.recipeharness.backup.Snapshot;
import org.recipeharness.process.Command;

/** With the lab's restic, which is the real one of Debian 12. */
@OnSwarm
@Execution(ExecutionMode.CONCURRENT)
class ResticEngineTest extends BackupEngineContract {

    private static final String IMAGE = "lab.invalid/restic:0.14.0";

    private final TestStack stack;

    ResticEngineTest(TestStack stack) {
        this.stack = stack;
    }

    @Override
    BackupEngine engine(TestStack stack) {
        return new ResticEngine(stack.swarm(), IMAGE);
    }

    /** restic counts the file that has two names twice. */
    @Override
    long bytes() {
        return 3_000_000L + "dumped\ndumped\numlaut\nlong\n".length();
    }

    @Override
    Snapshot reopened(TestStack stack, Snapshot snapshot) {
        return snapshot;
    }

    @BeforeEach
    @AfterEach
    void noRepositoryIsThere() throws InterruptedException {
        assertThat(repositories()).isEmpty();
    }

    @Test
    void refusesToRestoreToAStackThatHasNotItsVolumes() throws Exception {
        DeployedApp app = stack.deploy(COMPOSE);
        try (BackupEngine engine = engine(stack)) {
            Selection selection = selection(stack, app, List.of());
            Snapshot snapshot = engine.save(selection);
            var other = new Selection(stack.name(), selection.labels(), selection.image(), List.of());
            assertThatThrownBy(() -> snapshot.restore(other))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining(stack.name() + "_data")
                    .hasMessageEndingWith("Nothing of the snapshot was written");
        }
    }

    @Test
    void namesTheEntryAndTheReasonWhereAnOlderResticCantPutALinkBack() throws Exception {
        DeployedApp app = stack.deploy(COMPOSE);
        shell(app.exec(), "ln -s /etc/hostname /data/link");
        try (BackupEngine engine = engine(stack)) {
            Selection selection = selection(stack, app, List.of());
            Snapshot snapshot = engine.save(selection);
            assertThatThrownBy(() -> snapshot.restore(selection))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContainingAll(
                            "Restoring the snapshot " + snapshot.id(),
                            "exit code is 1",
                            "_data/link: file exists",
                            "harness.restic-image");
        }
    }

    @Test
    void leavesNothingWhenItIsInterrupted() throws Exception {
        DeployedApp app = stack.deploy(COMPOSE);
        var executor = Executors.newSingleThreadExecutor();
        try {
            var saving = executor.submit(() -> {
                try (BackupEngine engine = engine(stack)) {
                    assertThatThrownBy(() -> engine.save(selection(stack, app, List.of())))
                            .isInstanceOf(InterruptedException.class);
                }
                return null;
            });
            await().until(() -> containers(stack).size() > 1);
            executor.shutdownNow();
            saving.get();
            assertThat(containers(stack)).hasSize(1);
        } finally {
            executor.shutdownNow();
        }
    }

    private List<String> repositories() throws InterruptedException {
        return Command.of("docker", "volume", "ls", "-q", "--filter", "label=org.recipeharness.run=" + stack.run())
                .run()
                .orFail("Listing volumes")
                .out()
                .lines()
                .filter(volume -> volume.contains("restic"))
                .toList();
    }
}
