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
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;

class VolumeMarkersTest {

    private static final String FILE = "/srv/content/" + VolumeMarker.FILE;

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime())
            .shows(
                    List.of(service("app"), service("once")),
                    List.of(task("app", 1, TaskPhase.RUNNING), task("once", 1, TaskPhase.COMPLETE)));

    @Test
    void seedsEachVolumeOnceThatARunningServiceCanWriteTo() {
        Seeded seeded = markers(
                        new VolumeMount("content", "/srv/content/", Access.READ_WRITE),
                        new VolumeMount("shown", "/srv/shown", Access.READ_ONLY),
                        new VolumeMount("content", "/srv/again", Access.READ_WRITE))
                .seed();

        assertThat(seeded.markers()).extracting(VolumeMarker::volume).containsExactly("content");
        assertThat(seeded.uncovered()).containsExactly("shown", "scratch");
        assertThat(swarm.readFile("container-of-app1", FILE)).isPresent();
    }

    @Test
    void findsWhatIsStillThereAlsoAtAnotherPath() {
        Seeded seeded = markers(new VolumeMount("content", "/srv/content", Access.READ_WRITE))
                .seed();
        byte[] marker = swarm.readFile("container-of-app1", FILE).orElseThrow();
        swarm.writeFile("container-of-app1", "/data/" + VolumeMarker.FILE, marker);

        assertThat(markers(new VolumeMount("content", "/srv/content", Access.READ_ONLY))
                        .lost(seeded))
                .isEmpty();
        assertThat(markers(new VolumeMount("content", "/data", Access.READ_WRITE))
                        .lost(seeded))
                .isEmpty();
    }

    @Test
    void tellsAFileThatIsGone() {
        var seeded = new Seeded(List.of(new VolumeMarker("content", "x")), List.of());

        assertThat(markers(new VolumeMount("content", "/srv/content", Access.READ_WRITE))
                        .lost(seeded))
                .containsExactly("volume 'content': the file " + FILE + " of service 'app' is gone");
    }

    @Test
    void tellsAFileThatHoldsSomethingElse() {
        var seeded = new Seeded(List.of(new VolumeMarker("content", "before\n")), List.of());
        swarm.writeFile("container-of-app1", FILE, "after\n".getBytes(StandardCharsets.UTF_8));

        assertThat(markers(new VolumeMount("content", "/srv/content", Access.READ_WRITE))
                        .lost(seeded))
                .containsExactly(
                        "volume 'content': the file " + FILE + " of service 'app' holds 'after', expected 'before'");
    }

    @Test
    void tellsAVolumeThatTheHeadHasRenamed() {
        var seeded = new Seeded(List.of(new VolumeMarker("content", "x")), List.of());

        assertThat(markers(new VolumeMount("notes", "/srv/content", Access.READ_WRITE))
                        .lost(seeded))
                .containsExactly(
                        "volume 'content': no running service mounts it any more (volumes now: notes, scratch)");
    }

    private VolumeMarkers markers(VolumeMount... ofApp) {
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
        return new VolumeMarkers(DeployedApps.of(swarm, plan, Duration.ZERO));
    }
}
