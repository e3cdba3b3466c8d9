package org.recipeharness.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.app.Undeploy;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.swarm.Labelled;
import org.recipeharness.swarm.Leftovers;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.docker.DockerSwarm;

/** A living process and a killed one hold the node of a real swarm, by leases that no other test knows. */
@Tag("swarm")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TwoProcessesTest {

    private static final Duration LASTS = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String prefix = "test-lease-" + id + "-";
    private final String warm = "held-warm-" + id;
    private final Swarm swarm = new DockerSwarm(Optional.empty());
    private final ProcessLease ours = new ProcessLease(new Term(LASTS), prefix);
    private Optional<Process> other = Optional.empty();

    @BeforeEach
    void otherHolds() throws Exception {
        Process process = HoldingProcess.start(prefix, id, LASTS);
        other = Optional.of(process);
        byte[] told = process.getInputStream().readNBytes(HoldingProcess.READY.length());
        assertThat(new String(told, StandardCharsets.UTF_8)).isEqualTo(HoldingProcess.READY);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        try (swarm) {
            other.ifPresent(Process::destroyForcibly);
            new Undeploy(swarm).remove(HoldingProcess.stack(id), LIMIT);
            swarm.labelled(RunLabels.RUN).stream()
                    .filter(thing -> thing.name().contains(id))
                    .forEach(swarm::remove);
            swarm.notices().list(prefix).forEach(swarm.notices()::remove);
        }
    }

    @Test
    void aLivingOneIsWaitedForAndNamedAndNeverRobbed() throws Exception {
        Process holder = other.orElseThrow();

        assertThatThrownBy(() -> hold(LASTS.multipliedBy(3)).take(ours))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("process " + holder.pid())
                .hasMessageContaining("with run " + id);

        assertThat(holder.isAlive()).isTrue();
        assertThat(names()).contains(HoldingProcess.stack(id) + "_app", "held-alone-" + id);
    }

    @Test
    void aLivingOneThatAllowsOneHolderLetsNoneInThatAllowsTwo() {
        assertThatThrownBy(() -> hold(2, LASTS).take(ours))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("process " + other.orElseThrow().pid())
                .hasMessageContaining("expected fewer than 1 holder. ")
                .hasMessageContaining("this process has 2.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLivingOneIsNamedOnceByAProcessThatWaitsWithAndWithoutAProviderOfSlf4j(boolean provider) throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> provider || !entry.contains("slf4j-simple"))
                .collect(Collectors.joining(File.pathSeparator));

        Process waiting = HoldingProcess.startWith(classPath, prefix, "waiting-" + id, LASTS);

        List<String> lines = waiting.inputReader().lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("Waiting for the swarm's node"))
                .singleElement()
                .asString()
                .startsWith("Waiting for the swarm's node for ")
                .contains(
                        " s, at most 1 s: held by ",
                        ", process " + other.orElseThrow().pid() + " in ",
                        ", with run " + id);
        assertThat(lines.stream().anyMatch(line -> line.contains("No SLF4J providers were found")))
                .isNotEqualTo(provider);
    }

    @Test
    void aKilledOneIsFollowedAndWhatItHasLeftIsRemoved() throws Exception {
        swarm.createVolume("held-canonical-" + id, Map.of(RunLabels.RUN, id, RunLabels.CANONICAL, "held-" + id));
        swarm.createVolume(warm + "_data", Map.of(RunLabels.RUN, id));
        swarm.createVolume("held-kept-" + id, Map.of(RunLabels.RUN, "kept-" + id));
        assertThat(other.orElseThrow().destroyForcibly().waitFor(10, TimeUnit.SECONDS))
                .isTrue();

        NodeHold hold = hold(LIMIT);
        hold.take(ours);

        assertThat(names()).containsExactlyInAnyOrder("held-canonical-" + id, warm + "_data", "held-kept-" + id);
        assertThat(swarm.leftovers(HoldingProcess.stack(id))).isEqualTo(new Leftovers(Map.of()));
        assertThat(swarm.notices().list(prefix))
                .singleElement()
                .satisfies(
                        notice -> assertThat(Lease.read(notice.labels()).runs()).containsExactly("next-" + id));
        hold.finished();
        hold.close();
        assertThat(swarm.notices().list(prefix)).isEmpty();
    }

    @Test
    void aRenewalChangesWhatTheSwarmSaysOfItsTime() {
        var before = swarm.notices().list(prefix).get(0);

        await().atMost(LASTS)
                .untilAsserted(
                        () -> assertThat(swarm.notices().list(prefix).get(0).updated())
                                .isAfter(before.updated())
                                .isBefore(swarm.notices().now().plusMillis(1)));
    }

    private NodeHold hold(Duration patience) {
        return hold(1, patience);
    }

    private NodeHold hold(int holders, Duration patience) {
        return new NodeHold(swarm, "next-" + id, new Holding(holders, patience, Set.of(warm), LIMIT));
    }

    private List<String> names() {
        return swarm.labelled(RunLabels.RUN).stream()
                .map(Labelled::name)
                .filter(name -> name.contains(id))
                .toList();
    }
}
