package org.recipeharness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.DeployedApps;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.recipe.Origin;
import org.recipeharness.stack.Mounted;
import org.recipeharness.stack.Mounted.Kind;
import org.recipeharness.stack.Provision;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.ServiceNames;
import org.recipeharness.stack.StackService;
import org.recipeharness.stack.VolumeMount;
import org.recipeharness.stack.VolumeMount.Access;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;

/** What of an app's data is not its stack's, and which files belong to a database itself. */
class StoresOfOthersTest {

    private static final Mounted OWN = mounted(Kind.VOLUME, "content", "/srv", Access.READ_WRITE);

    private final FakeSwarm swarm =
            new FakeSwarm(new FakeTime()).shows(List.of(service("app")), List.of(task("app", 1, TaskPhase.RUNNING)));

    @Test
    void anExternalVolumeIsNotCovered() throws InterruptedException {
        assertThat(uncovered(OWN, mounted(Kind.VOLUME, "shared", "/shared", Access.READ_ONLY)))
                .containsExactly(
                        "external volume 'shared' at /shared of service 'app': the stack does not own it, so the"
                                + " harness neither writes to it nor saves it");
    }

    @Test
    void aFolderOfTheNodeThatAServiceWritesToIsNotCovered() throws InterruptedException {
        assertThat(uncovered(OWN, mounted(Kind.BIND, "/srv/host", "/uploads", Access.READ_WRITE)))
                .containsExactly("folder /srv/host of the node at /uploads of service 'app': it is on no volume, so the"
                        + " harness neither writes to it nor saves it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/run/docker.sock", "/etc/localtime", "/dev/net/tun", "/srv/x.sock"})
    void whatHoldsNoDataOfTheAppIsNoGap(String target) throws InterruptedException {
        assertThat(uncovered(
                        OWN,
                        mounted(Kind.BIND, target, target, Access.READ_WRITE),
                        mounted(Kind.BIND, "/srv", "/shown", Access.READ_ONLY),
                        mounted(Kind.TMPFS, "", "/scratch", Access.READ_WRITE),
                        mounted(Kind.SECRET, "key", "/run/secrets/key", Access.READ_ONLY)))
                .isEmpty();
    }

    @Test
    void theFilesOfADatabaseAreThoseInItsFolder() {
        swarm.telling("container-of-app1", Map.of("PGDATA", "/srv/pg/"));

        List<DatabaseFiles> files = DatabaseFiles.of(app(OWN), new PostgresDatabase("app", "demo", "demo"));

        assertThat(files).containsExactly(new DatabaseFiles("content", "pg"));
        assertThat(files.get(0).holds("content", "pg/base/1")).isTrue();
        assertThat(files.get(0).holds("content", "pg-old/base/1")).isFalse();
        assertThat(files.get(0).holds("other", "pg/base/1")).isFalse();
        assertThat(new DatabaseFiles("content", "").holds("content", "any")).isTrue();
    }

    @Test
    void theFilesOfAnSqliteDatabaseAreItselfAndItsJournals() {
        assertThat(DatabaseFiles.of(app(OWN), new SqliteFile("app", "/srv/a/app.db")))
                .containsExactly(
                        new DatabaseFiles("content", "a/app.db"),
                        new DatabaseFiles("content", "a/app.db-wal"),
                        new DatabaseFiles("content", "a/app.db-shm"),
                        new DatabaseFiles("content", "a/app.db-journal"));
    }

    @Test
    void aDatabaseOutsideOfAllVolumesHasNoFilesOnOne() {
        assertThat(DatabaseFiles.of(app(OWN), new MysqlDatabase("app", "demo", "demo")))
                .isEmpty();
        assertThat(DatabaseFiles.of(app(OWN), new VolumeFolder("app", "content", "/srv")))
                .isEmpty();
    }

    private List<String> uncovered(Mounted... mounts) throws InterruptedException {
        return new Markers(app(mounts)).seed().uncovered();
    }

    private DeployedApp app(Mounted... mounts) {
        RenderedStack stack = States.stack("app");
        var provision = new Provision(
                List.of(mounts), Set.of(), Optional.empty(), Optional.empty(), Access.READ_WRITE, List.of());
        var service = new StackService(
                "app",
                "example/app:1",
                List.of(),
                List.of(new VolumeMount("content", "/srv", Access.READ_WRITE)),
                Map.of(),
                List.of(),
                ServiceNames.of("app"),
                provision);
        return DeployedApps.of(
                swarm,
                States.plan(new RenderedStack(
                        stack.name(),
                        stack.labels(),
                        List.of(service),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        "")),
                Duration.ZERO);
    }

    private static Mounted mounted(Kind kind, String source, String target, Access access) {
        return new Mounted(kind, source, target, access, new Origin("compose.yml", 1));
    }
}
