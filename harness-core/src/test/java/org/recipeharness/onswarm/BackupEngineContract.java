package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.backup.BackupEngine;
import org.recipeharness.backup.BackupException;
import org.recipeharness.backup.Selection;
import org.recipeharness.backup.Snapshot;
import org.recipeharness.backup.SnapshotEntry;
import org.recipeharness.backup.VolumePart;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.Leftovers;

/** What every engine does: it saves what a real container wrote to its volume, and brings it back the same in every respect. */
abstract class BackupEngineContract {

    static final String COMPOSE = TestStack.SLEEPER + """
                volumes:
                  - data:/data
            volumes:
              data:
            """;

    private static final String WITH_CONFIG = TestStack.SLEEPER + """
                configs:
                  - source: ini
                    target: /data/app.ini
                volumes:
                  - data:/data
            volumes:
              data:
            configs:
              ini:
                file: %s
            """;

    static final String FILL = """
            set -e
            cd /data
            mkdir -p upload/library/deep empty
            head -c 3000000 /dev/urandom > upload/library/photo
            echo dumped > upload/dump.sql
            chown 10000:10001 upload/dump.sql upload/library
            chmod 0640 upload/dump.sql
            chmod 2750 upload/library
            chmod 1777 empty
            chown 3000000:3000001 empty
            ln upload/dump.sql upload/library/another-name
            ln -s ../dump.sql upload/library/relative
            ln -s /etc/hostname absolute
            echo umlaut > 'größe'
            echo long > upload/library/deep/$(printf 'n%.0s' $(seq 200))
            find . -exec touch -h -d '2020-02-03 04:05:06 UTC' {} +
            """;

    private static final String LIST = """
            cd /data
            find . -printf '%p %y %U:%G %m %T@ %n %l\\n' | sort
            find . -type f -exec sha256sum {} + | sort
            """;

    private static final String EMPTY = "find /data -mindepth 1 -delete; chmod 0700 /data; echo new > /data/behind";

    /** Makes the engine. */
    abstract BackupEngine engine(TestStack stack);

    /** How large the files of {@link #FILL} are by the engine's count. */
    abstract long bytes();

    /** Opens a snapshot as it can be had when its app is gone. */
    abstract Snapshot reopened(TestStack stack, Snapshot snapshot) throws InterruptedException;

    @Test
    void bringsBackContentOwnersModesAndTimes(TestStack stack) throws Exception {
        try (BackupEngine engine = engine(stack)) {
            DeployedApp app = stack.deploy(COMPOSE);
            shell(app.exec(), FILL);
            String before = shell(app.exec(), LIST);
            var selection = selection(stack, app, List.of());

            Snapshot snapshot = engine.save(selection);
            assertThat(containers(stack)).hasSize(1);
            assertThat(snapshot.bytes()).isEqualTo(bytes());

            shell(app.exec(), EMPTY);
            assertThat(snapshot.restore(selection)).isEqualTo(snapshot.bytes());
            assertThat(shell(app.exec(), "rm /data/behind; touch -d '2020-02-03 04:05:06 UTC' /data; " + LIST))
                    .isEqualTo(before);

            shell(app.exec(), EMPTY);
            stack.swarm().remove(stack.name());
            await().until(() -> containers(stack).isEmpty());
            reopened(stack, snapshot).restore(selection);
            assertThat(containers(stack)).isEmpty();
            DeployedApp again = stack.upgrade(COMPOSE);
            assertThat(shell(again.exec(), "rm /data/behind; touch -d '2020-02-03 04:05:06 UTC' /data; " + LIST))
                    .isEqualTo(before);
        }
    }

    @Test
    void savesOnlyThePathsThatAreAskedForAndWhatLeadsThere(TestStack stack) throws Exception {
        try (BackupEngine engine = engine(stack)) {
            DeployedApp app = stack.deploy(COMPOSE);
            shell(app.exec(), FILL);
            var selection = selection(stack, app, List.of("upload/library/deep", "upload/dump.sql", "not/there"));

            Snapshot snapshot = engine.save(selection);
            List<String> kept = new ArrayList<>();
            snapshot.read((entry, content) -> {
                kept.add(entry.path());
                if (entry.path().equals("upload/dump.sql")) {
                    assertThat(entry.kind()).isEqualTo(SnapshotEntry.Kind.FILE);
                    assertThat(entry.modified()).isEqualTo(Instant.parse("2020-02-03T04:05:06Z"));
                    assertThat(content).hasContent("dumped");
                }
            });
            assertThat(kept)
                    .containsExactlyInAnyOrder(
                            "",
                            "upload",
                            "upload/library",
                            "upload/library/deep",
                            "upload/library/deep/" + "n".repeat(200),
                            "upload/dump.sql");

            String library = "stat -c '%U %u:%g %a %Y' /data/upload/library /data/upload/dump.sql";
            String before = shell(app.exec(), library);
            shell(app.exec(), EMPTY);
            snapshot.restore(selection);
            assertThat(shell(app.exec(), library)).isEqualTo(before);
            assertThat(shell(app.exec(), "cat /data/behind")).isEqualTo("new\n");
        }
    }

    @Test
    @Timeout(60)
    void savesAFolderThatIsLargerThanWhatTheEngineSendsAhead(TestStack stack) throws Exception {
        try (BackupEngine engine = engine(stack)) {
            DeployedApp app = stack.deploy(COMPOSE);
            shell(app.exec(), FILL);
            List<String> kept = new ArrayList<>();

            engine.save(selection(stack, app, List.of("upload/library")))
                    .read((entry, content) -> kept.add(entry.path()));

            assertThat(kept).contains("", "upload", "upload/library", "upload/library/photo");
        }
    }

    @Test
    void savesNothingOfAVolumeThatHasNothingOfWhatIsAskedFor(TestStack stack) throws Exception {
        try (BackupEngine engine = engine(stack)) {
            DeployedApp app = stack.deploy(COMPOSE);
            shell(app.exec(), FILL);
            List<String> kept = new ArrayList<>();
            engine.save(selection(stack, app, List.of("not/there"))).read((entry, content) -> kept.add(entry.path()));
            assertThat(kept).as("nothing, or the root of the volume").isSubsetOf("");
        }
    }

    @Test
    void leavesAConfigMountedThatLiesOverAVolume(TestStack stack, @TempDir Path recipe) throws Exception {
        try (BackupEngine engine = engine(stack)) {
            Path ini = Files.writeString(recipe.resolve("app.ini"), "as rendered\n");
            DeployedApp app = stack.deploy(WITH_CONFIG.formatted(ini));
            shell(app.exec(), "echo kept > /data/file; : > /data/empty");
            Selection selection = new Selection(
                    stack.name(),
                    app.stack().labels(),
                    TestStack.IMAGE,
                    List.of(new VolumePart("data", stack.name() + "_data", List.of(), List.of("app.ini"))));

            Snapshot snapshot = engine.save(selection);
            shell(app.exec(), "rm /data/file /data/empty");
            snapshot.restore(selection);

            assertThat(shell(app.exec(), "cat /data/file /data/empty /data/app.ini"))
                    .isEqualTo("kept\nas rendered\n");
        }
    }

    @Test
    void leavesNothingWhenAVolumeIsNotThere(TestStack stack) throws Exception {
        try (BackupEngine engine = engine(stack)) {
            DeployedApp app = stack.deploy(COMPOSE);
            String missing = stack.name() + "_missing";
            var selection = new Selection(
                    stack.name(),
                    app.stack().labels(),
                    TestStack.IMAGE,
                    List.of(new VolumePart("missing", missing, List.of())));
            assertThatThrownBy(() -> engine.save(selection))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining(missing)
                    .hasMessageContaining("no such volume");
            assertThat(containers(stack)).hasSize(1);
        }
    }

    static Selection selection(TestStack stack, DeployedApp app, List<String> paths) {
        return new Selection(
                stack.name(),
                app.stack().labels(),
                TestStack.IMAGE,
                List.of(new VolumePart("data", stack.name() + "_data", paths)));
    }

    static List<String> containers(TestStack stack) {
        Map<String, List<String>> left = stack.swarm().leftovers(stack.name()).byKind();
        return left.getOrDefault(Leftovers.CONTAINER, List.of());
    }

    static String shell(ServiceExec app, String script) throws InterruptedException {
        ExecResult result = app.run("sh", "-c", script);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }
}
