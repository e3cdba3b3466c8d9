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
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.backup.ArchiveEngine;
import org.recipeharness.backup.ArchiveSnapshot;
import org.recipeharness.backup.BackupException;
import org.recipeharness.backup.Selection;
import org.recipeharness.backup.Snapshot;
import org.recipeharness.backup.SnapshotEntry;
import org.recipeharness.backup.VolumePart;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.Leftovers;

/** Saves what a real container wrote to its volume, and compares what comes back in every respect. */
@OnSwarm
class ArchiveEngineTest {

    private static final String COMPOSE = TestStack.SLEEPER + """
                volumes:
                  - data:/data
            volumes:
              data:
            """;

    private static final String FILL = """
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

    private final Path folder;

    ArchiveEngineTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void bringsBackContentOwnersModesAndTimes(TestStack stack) throws Exception {
        DeployedApp app = stack.deploy(COMPOSE);
        shell(app.exec(), FILL);
        String before = shell(app.exec(), LIST);
        var selection = selection(stack, app, List.of());

        Snapshot snapshot = new ArchiveEngine(stack.swarm(), folder).save(selection);
        assertThat(containers(stack)).hasSize(1);
        assertThat(snapshot.bytes()).isEqualTo(3_000_000 + "dumped\numlaut\nlong\n".length());

        shell(app.exec(), EMPTY);
        assertThat(snapshot.restore(selection)).isEqualTo(snapshot.bytes());
        assertThat(shell(app.exec(), "rm /data/behind; touch -d '2020-02-03 04:05:06 UTC' /data; " + LIST))
                .isEqualTo(before);

        shell(app.exec(), EMPTY);
        stack.swarm().remove(stack.name());
        await().until(() -> containers(stack).isEmpty());
        ArchiveSnapshot.open(stack.swarm(), folder.resolve(snapshot.id())).restore(selection);
        assertThat(containers(stack)).isEmpty();
        DeployedApp again = stack.upgrade(COMPOSE);
        assertThat(shell(again.exec(), "rm /data/behind; touch -d '2020-02-03 04:05:06 UTC' /data; " + LIST))
                .isEqualTo(before);
    }

    @Test
    void savesOnlyThePathsThatAreAskedForAndWhatLeadsThere(TestStack stack) throws Exception {
        DeployedApp app = stack.deploy(COMPOSE);
        shell(app.exec(), FILL);
        var selection = selection(stack, app, List.of("upload/library/deep", "upload/dump.sql", "not/there"));

        Snapshot snapshot = new ArchiveEngine(stack.swarm(), folder).save(selection);
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
                .containsExactly(
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

    @Test
    void leavesAConfigMountedThatLiesOverAVolume(TestStack stack) throws Exception {
        Path ini = Files.writeString(folder.resolve("app.ini"), "as rendered\n");
        DeployedApp app = stack.deploy(TestStack.SLEEPER + """
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
                        """.formatted(ini));
        shell(app.exec(), "echo kept > /data/file; : > /data/empty");
        Selection selection = new Selection(
                stack.name(),
                app.stack().labels(),
                TestStack.IMAGE,
                List.of(new VolumePart("data", stack.name() + "_data", List.of(), List.of("app.ini"))));

        Snapshot snapshot = new ArchiveEngine(stack.swarm(), folder.resolve("snapshots")).save(selection);
        shell(app.exec(), "rm /data/file /data/empty");
        snapshot.restore(selection);

        assertThat(shell(app.exec(), "cat /data/file /data/empty /data/app.ini"))
                .isEqualTo("kept\nas rendered\n");
    }

    @Test
    void leavesNothingWhenAVolumeIsNotThere(TestStack stack) throws Exception {
        DeployedApp app = stack.deploy(COMPOSE);
        String missing = stack.name() + "_missing";
        var selection = new Selection(
                stack.name(),
                app.stack().labels(),
                TestStack.IMAGE,
                List.of(new VolumePart("missing", missing, List.of())));
        assertThatThrownBy(() -> new ArchiveEngine(stack.swarm(), folder).save(selection))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(missing)
                .hasMessageContaining("no such volume");
        assertThat(folder).isEmptyDirectory();
        assertThat(containers(stack)).hasSize(1);
    }

    private static Selection selection(TestStack stack, DeployedApp app, List<String> paths) {
        return new Selection(
                stack.name(),
                app.stack().labels(),
                TestStack.IMAGE,
                List.of(new VolumePart("data", stack.name() + "_data", paths)));
    }

    private static List<String> containers(TestStack stack) {
        Map<String, List<String>> left = stack.swarm().leftovers(stack.name()).byKind();
        return left.getOrDefault(Leftovers.CONTAINER, List.of());
    }

    private static String shell(ServiceExec app, String script) throws InterruptedException {
        ExecResult result = app.run("sh", "-c", script);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }
}
