package org.recipeharness.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.swarm.ContainerRun;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.PullOutcome;

/** What restic is told, and what is made of its answers, which are recorded ones. */
class ResticDialogueTest {

    private static final String IMAGE = "restic/restic:0.18.1";
    private static final String SUMMARY =
            "{\"message_type\":\"summary\",\"files_new\":4,\"total_bytes_processed\":3000005,\"snapshot_id\":\"9e1bcc83\"}\n";
    private static final String UNREADABLE = """
            {"message_type":"error","error":{"Op":"open","Path":"/var/lib/docker/volumes/s_data/_data/upload/dump.sql","Err":13},"during":"archival","item":"/var/lib/docker/volumes/s_data/_data/upload/dump.sql"}
            Warning: at least one source file could not be read
            """;

    private final List<ContainerRun> runs = new ArrayList<>();
    private final Selection selection = new Selection(
            StackName.of("s"),
            new RunLabels("20261125-192423-1f0c3a", "gitea", "abc"),
            "gitea:1",
            List.of(new VolumePart("data", "s_data", List.of())));

    @Test
    void checksWhatItHasSavedAndRemovesTheRepositoryInTheEnd() throws Exception {
        FakeSwarm swarm = swarm(0, "");
        try (var engine = new ResticEngine(swarm, IMAGE)) {
            Snapshot snapshot = engine.save(selection);
            assertThat(snapshot.id()).isEqualTo("9e1bcc83");
            assertThat(snapshot.bytes()).isEqualTo(3_000_005);
        }
        assertThat(swarm.operations())
                .containsExactly(
                        "create volume recipe-harness-restic-20261125-192423-1f0c3a {org.recipeharness.commit=abc,"
                                + " org.recipeharness.recipe=gitea, org.recipeharness.run=20261125-192423-1f0c3a}",
                        "run 'init' by " + IMAGE,
                        "run 'backup --json --no-cache --host s -- /var/lib/docker/volumes/s_data/_data' by " + IMAGE,
                        "run 'check --no-lock' by " + IMAGE,
                        "remove volume recipe-harness-restic-20261125-192423-1f0c3a");
    }

    @Test
    void tellsThePasswordByTheEnvironmentAlone() throws Exception {
        try (var engine = new ResticEngine(swarm(0, ""), IMAGE)) {
            engine.save(selection);
        }
        assertThat(runs).hasSize(3).allSatisfy(run -> {
            String password = run.variables().get("RESTIC_PASSWORD");
            assertThat(password).hasSize(48).isEqualTo(runs.get(0).variables().get("RESTIC_PASSWORD"));
            assertThat(run.toString()).doesNotContain(password);
            assertThat(run.words()).noneMatch(word -> word.contains(password));
            assertThat(run.labels().values()).noneMatch(label -> label.contains(password));
        });
    }

    @Test
    void takesASnapshotForNoneFromWhichFilesAreMissing() {
        FakeSwarm swarm = swarm(3, UNREADABLE);
        var engine = new ResticEngine(swarm, IMAGE);
        assertThatThrownBy(() -> engine.save(selection))
                .isInstanceOf(BackupException.class)
                .hasMessageStartingWith(
                        "Saving the volumes of stack s by restic: restic's exit code is 3, expected 0. It said:\n")
                .hasMessageContainingAll("upload/dump.sql", "at least one source file could not be read");
        assertThat(swarm.operations()).endsWith("run 'forget --no-cache 9e1bcc83' by " + IMAGE);
    }

    @Test
    void leavesNoRepositoryThatCouldNotBeMade() {
        FakeSwarm swarm = new FakeSwarm(new FakeTime())
                .havingImage(IMAGE)
                .runningContainers(run -> new ExecResult(1, "", "Fatal: no space left on device\n", Duration.ZERO));
        assertThatThrownBy(() -> new ResticEngine(swarm, IMAGE).save(selection))
                .isInstanceOf(BackupException.class)
                .hasMessage("Making a restic repository: restic's exit code is 1, expected 0. It said:\n"
                        + "  Fatal: no space left on device");
        assertThat(swarm.operations()).last().asString().startsWith("remove volume recipe-harness-restic-");
    }

    @Test
    void saysThatItsImageCantBeHad() {
        FakeSwarm swarm = new FakeSwarm(new FakeTime()).pulling(IMAGE, new PullOutcome.NotPublished("not found"));
        assertThatThrownBy(() -> new ResticEngine(swarm, IMAGE).save(selection))
                .isInstanceOf(BackupException.class)
                .hasMessageContainingAll(IMAGE, "not published: not found", "harness.restic-image");
        assertThat(swarm.operations()).hasSize(1);
    }

    @Test
    void savesNothingOfNothing() {
        var nothing = new Selection(selection.stack(), selection.labels(), selection.image(), List.of());
        assertThatThrownBy(() -> new ResticEngine(swarm(0, ""), IMAGE).save(nothing))
                .hasMessageContaining("the snapshot would be empty");
        assertThat(runs).isEmpty();
    }

    private FakeSwarm swarm(int exitOfBackup, String err) {
        return new FakeSwarm(new FakeTime()).havingImage(IMAGE).runningContainers(run -> {
            runs.add(run);
            boolean backup = run.words().get(0).equals("backup");
            return backup
                    ? new ExecResult(exitOfBackup, SUMMARY, err, Duration.ZERO)
                    : new ExecResult(0, "", "", Duration.ZERO);
        });
    }
}
