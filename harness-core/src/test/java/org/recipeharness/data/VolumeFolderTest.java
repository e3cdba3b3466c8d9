package org.recipeharness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.swarm.States.service;
import static org.recipeharness.swarm.States.task;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApps;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RenderedStack;
import org.recipeharness.stack.StackService;
import org.recipeharness.stack.VolumeMount;
import org.recipeharness.stack.VolumeMount.Access;
import org.recipeharness.swarm.ExecResult;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;

class VolumeFolderTest {

    private static final String FILE = "/srv/content/" + VolumeFolder.FILE;

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime())
            .shows(
                    List.of(service("app"), service("once")),
                    List.of(task("app", 1, TaskPhase.RUNNING), task("once", 1, TaskPhase.COMPLETE)));

    @Test
    void seedsEachVolumeOnceThatARunningServiceCanWriteTo() throws InterruptedException {
        Seeded seeded = markers(
                        new VolumeMount("content", "/srv/content/", Access.READ_WRITE),
                        new VolumeMount("shown", "/srv/shown", Access.READ_ONLY),
                        new VolumeMount("content", "/srv/again", Access.READ_WRITE))
                .seed();

        assertThat(seeded.seeds())
                .extracting(Seed::store)
                .containsExactly(new VolumeFolder("app", "content", "/srv/content/"));
        assertThat(seeded.uncovered())
                .containsExactly(
                        "volume 'shown': no running service can write to it",
                        "volume 'scratch': no running service can write to it");
        assertThat(swarm.readFile("container-of-app1", FILE)).isPresent();
    }

    @Test
    void tellsTheFoldersWhoseDataGoesWithTheTask() throws InterruptedException {
        swarm.forgetting("container-of-app1", "/cache", "/var/www/html");

        assertThat(markers(new VolumeMount("content", "/var/www/html/content", Access.READ_WRITE))
                        .seed()
                        .uncovered())
                .containsExactly(
                        "volume 'scratch': no running service can write to it",
                        "folder /cache of service 'app': it is on an anonymous volume of its image, and data there is"
                                + " lost with the task",
                        "folder /var/www/html of service 'app': it is on an anonymous volume of its image, and data"
                                + " there is lost with the task");
    }

    @Test
    void findsWhatIsStillThereAlsoAtAnotherPath() throws InterruptedException {
        Seeded seeded = markers(new VolumeMount("content", "/srv/content", Access.READ_WRITE))
                .seed();
        byte[] marker = swarm.readFile("container-of-app1", FILE).orElseThrow();
        swarm.writeFile("container-of-app1", "/data/" + VolumeFolder.FILE, marker);

        assertThat(markers(new VolumeMount("content", "/srv/content", Access.READ_ONLY))
                        .lost(seeded))
                .isEmpty();
        assertThat(markers(new VolumeMount("content", "/data", Access.READ_WRITE))
                        .lost(seeded))
                .isEmpty();
    }

    @Test
    void tellsAFileThatIsGone() throws InterruptedException {
        var seeded = seeded("x");

        assertThat(markers(new VolumeMount("content", "/srv/content", Access.READ_WRITE))
                        .lost(seeded))
                .containsExactly("volume 'content': the file " + FILE + " of service 'app' is gone");
    }

    @Test
    void tellsAFileThatHoldsSomethingElse() throws InterruptedException {
        var seeded = seeded("before");
        swarm.writeFile("container-of-app1", FILE, "after\n".getBytes(StandardCharsets.UTF_8));

        assertThat(markers(new VolumeMount("content", "/srv/content", Access.READ_WRITE))
                        .lost(seeded))
                .containsExactly(
                        "volume 'content': the file " + FILE + " of service 'app' holds [after], expected [before]");
    }

    @Test
    void tellsAVolumeThatTheHeadHasRenamed() throws InterruptedException {
        var seeded = seeded("x");

        assertThat(markers(new VolumeMount("notes", "/srv/content", Access.READ_WRITE))
                        .lost(seeded))
                .containsExactly(
                        "volume 'content': no running service mounts it any more (volumes now: notes, scratch)");
    }

    @Test
    void isDroppedByTheContainersOwnRm() throws InterruptedException {
        Markers markers = markers(new VolumeMount("content", "/srv/content", Access.READ_WRITE));
        Seeded seeded = markers.seed();
        assertThat(markers.present(seeded)).singleElement().asString().startsWith("volume 'content': still holds [");
        swarm.running(request -> {
            swarm.losing("container-of-app1", FILE);
            return new ExecResult(0, "", "", Duration.ZERO);
        });

        markers.drop(seeded);

        assertThat(swarm.operations()).endsWith("exec in container-of-app1: rm -f " + FILE);
        assertThat(markers.present(seeded)).isEmpty();
    }

    @Test
    void isEmptiedWhereThereIsNoRmAndThatIsALossToo() throws InterruptedException {
        Markers markers = markers(new VolumeMount("content", "/srv/content", Access.READ_WRITE));
        Seeded seeded = markers.seed();
        swarm.running(request -> new ExecResult(126, "exec: \"rm\": executable file not found", "", Duration.ZERO));

        markers.drop(seeded);

        assertThat(markers.present(seeded)).isEmpty();
        assertThat(markers.lost(seeded))
                .containsExactly("volume 'content': the file " + FILE + " of service 'app' is empty");
    }

    private static Seeded seeded(String row) {
        var folder = new VolumeFolder("app", "content", "/srv/content");
        return new Seeded(List.of(new Seed(folder, new Marker(row, List.of(row)))), List.of());
    }

    private Markers markers(VolumeMount... ofApp) {
        RenderedStack stack = States.stack("app");
        var services = List.of(
                new StackService("app", "example/app:1", List.of(), List.of(ofApp), Map.of(), List.of()),
                new StackService(
                        "once",
                        "example/once:1",
                        List.of(),
                        List.of(new VolumeMount("scratch", "/scratch", Access.READ_WRITE)),
                        Map.of(),
                        List.of()));
        var plan = States.plan(new RenderedStack(
                stack.name(),
                stack.labels(),
                services,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                ""));
        return new Markers(DeployedApps.of(swarm, plan, Duration.ZERO));
    }
}
