package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.dockerjava.api.model.Task;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.recipeharness.stack.ContentDigest;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

class TaskReadingTest {

    /** The recorded tasks are shortened: what they were told to be is left out. */
    private static final ContentDigest SPEC = ContentDigest.of("{}");

    @Test
    void readsARunningTaskWhichHasNoExitCodeYet() throws IOException {
        assertThat(read("qx1ph7sjwvr6nfy5xbtyw56uq"))
                .isEqualTo(new TaskState(
                        "qx1ph7sjwvr6nfy5xbtyw56uq",
                        "j9b0rtm2koxjz4vayx4uy4gq3",
                        1,
                        SPEC,
                        TaskPhase.RUNNING,
                        TaskPhase.RUNNING,
                        Instant.parse("2026-11-24T22:49:34.246914884Z"),
                        Instant.parse("2026-11-24T22:49:40.832002696Z"),
                        Optional.of("0d51b938ea29bead5c5a5bc3f68e03ff97712ff0125dc3187efa76a2e1bdec8a"),
                        OptionalInt.empty(),
                        ""));
    }

    @Test
    void readsACrashedTask() throws IOException {
        assertThat(read("p4ntsvdq8wcazjjy1ndekt23l"))
                .isEqualTo(new TaskState(
                        "p4ntsvdq8wcazjjy1ndekt23l",
                        "f3983p8y4cty4hicnq368lwep",
                        1,
                        SPEC,
                        TaskPhase.FAILED,
                        TaskPhase.SHUTDOWN,
                        Instant.parse("2026-11-24T22:49:44.700555833Z"),
                        Instant.parse("2026-11-24T22:49:47.174859174Z"),
                        Optional.of("1be1b317c0fb0815703ac5dfb66631b2da834c5218fc5527071794ef96c882a7"),
                        OptionalInt.of(3),
                        "task: non-zero exit (3)"));
    }

    @Test
    void readsARejectedTaskWhichNeverHadAContainer() throws IOException {
        assertThat(read("nixk40kxetbzrxc0h5314wrps"))
                .isEqualTo(new TaskState(
                        "nixk40kxetbzrxc0h5314wrps",
                        "bd7vav0pdo02t4rayk4l755ae",
                        1,
                        SPEC,
                        TaskPhase.REJECTED,
                        TaskPhase.SHUTDOWN,
                        Instant.parse("2026-11-24T22:49:54.792725782Z"),
                        Instant.parse("2026-11-24T22:49:55.017167291Z"),
                        Optional.empty(),
                        OptionalInt.empty(),
                        "No such image: recipe-harness-lab/no-such-image:1"));
    }

    @Test
    void readsATaskOfAGlobalServiceThatHasDoneItsWork() throws IOException {
        assertThat(read("l8t1xltkwf3f5vxbrigqpcp89"))
                .isEqualTo(new TaskState(
                        "l8t1xltkwf3f5vxbrigqpcp89",
                        "mudrna39p5h898j9mie9c44xd",
                        0,
                        SPEC,
                        TaskPhase.COMPLETE,
                        TaskPhase.SHUTDOWN,
                        Instant.parse("2026-11-24T22:49:34.264824087Z"),
                        Instant.parse("2026-11-24T22:49:39.879756689Z"),
                        Optional.of("58be0ea3428c560c5a30aeea1aa70ac56010dcc2a1a9970cc5a6069de6e6d8ca"),
                        OptionalInt.of(0),
                        ""));
    }

    @Test
    void readsATaskThatWaitsForItsTurn() throws IOException {
        assertThat(read("c9gzt8jz9dnooj7xzt5m8uexr"))
                .isEqualTo(new TaskState(
                        "c9gzt8jz9dnooj7xzt5m8uexr",
                        "f3983p8y4cty4hicnq368lwep",
                        1,
                        SPEC,
                        TaskPhase.READY,
                        TaskPhase.READY,
                        Instant.parse("2026-11-24T22:49:58.360865353Z"),
                        Instant.parse("2026-11-24T22:49:58.678005693Z"),
                        Optional.empty(),
                        OptionalInt.empty(),
                        ""));
    }

    @Test
    void readsTheExitCodeOfATaskThatTheSwarmEnded() throws IOException {
        TaskState ended = read("io7qs3mserjn3p82pdpudwvg5");

        assertThat(ended.phase()).isEqualTo(TaskPhase.SHUTDOWN);
        assertThat(ended.exit()).hasValue(143);
    }

    private static TaskState read(String id) throws IOException {
        return Recorded.read("tasks.json", new TypeReference<List<Task>>() {}).stream()
                .filter(task -> id.equals(task.getId()))
                .map(TaskReading::read)
                .findFirst()
                .orElseThrow();
    }
}
