package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.dockerjava.api.model.Task;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.swarm.NodeFault;
import org.recipeharness.swarm.States;
import org.recipeharness.swarm.TaskPhase;
import org.recipeharness.swarm.TaskState;

/** On tasks that were recorded of three engines: what a node refuses, and what is wrong with the task itself. */
class NodeFaultTest {

    private static final Map<String, Optional<NodeFault>> EXPECTED = Map.of(
            "port held by a program", Optional.of(NodeFault.PORT_HELD),
            "port held by a container", Optional.of(NodeFault.PORT_HELD),
            "no address", Optional.of(NodeFault.ADDRESSES_SPENT),
            "subnet", Optional.of(NodeFault.SUBNET_HELD),
            "new", Optional.empty(),
            "bind source", Optional.empty(),
            "program", Optional.empty(),
            "image", Optional.empty(),
            "user", Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"20.10.24", "28.5.2", "28.5.2-containerd"})
    void isReadFromTheWordsOfEachEngine(String engine) throws IOException {
        var found = new HashMap<String, Optional<NodeFault>>();
        tasks(engine).forEach((kind, task) -> found.put(kind, NodeFault.of(TaskReading.read(task))));

        var expected = new HashMap<>(EXPECTED);
        expected.keySet().retainAll(found.keySet());
        assertThat(found).isEqualTo(expected).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "20.10.24, port held by a program, 18979",
        "20.10.24, port held by a container, 18978",
        "28.5.2, port held by a program, 18977",
        "28.5.2, port held by a container, 18978",
        "28.5.2-containerd, port held by a program, 18977",
        "28.5.2-containerd, port held by a container, 18978"
    })
    void namesThePort(String engine, String kind, int port) throws IOException {
        assertThat(NodeFault.port(
                        TaskReading.read(Objects.requireNonNull(tasks(engine).get(kind), kind))
                                .message()))
                .hasValue(port);
    }

    /** The forms of moby's source that were not recorded: another protocol, another address, no userland proxy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "driver failed: Error starting userland proxy: listen udp4 0.0.0.0:64738: bind: address already in use",
                "driver failed: Error starting userland proxy: listen tcp6 [::]:64738: bind: address already in use",
                "driver failed: failed to bind host port 0.0.0.0:64738/udp: address already in use",
                "driver failed: failed to bind host port for [fd00:80::1]:64738:172.17.0.2:80/tcp: address already in use",
                "driver failed: Bind for :::64738 failed: port is already allocated"
            })
    void namesThePortWhateverItsAddressAndProtocol(String message) {
        assertThat(NodeFault.port(message)).hasValue(64738);
        assertThat(NodeFault.of(States.rejectedTask("app", 1, message))).contains(NodeFault.PORT_HELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "could not find network attachment for container 3f2a to network lab_internal",
                "network lab_internal not found"
            })
    void isANetworkThatTheNodeDoesNotHave(String message) {
        assertThat(NodeFault.of(States.rejectedTask("app", 1, message))).contains(NodeFault.NETWORK_MISSING);
    }

    /** A program may write and end with what it likes: it has run, so the node has started it. */
    @Test
    void isNoReasonOfATaskWhoseProgramHasRun() {
        String said = "task: non-zero exit (98): listen tcp4 0.0.0.0:80: bind: address already in use";

        assertThat(NodeFault.of(States.failedTask("app", 1, 98, said))).isEmpty();
        assertThat(NodeFault.of(States.task("app", 1, TaskPhase.RUNNING))).isEmpty();
    }

    @Test
    void isNoReasonThatIsNotKnown() {
        TaskState canceled = States.rejectedTask("app", 1, "Canceled: context canceled");

        assertThat(NodeFault.of(canceled)).isEmpty();
        assertThat(NodeFault.port(canceled.message())).isEqualTo(OptionalInt.empty());
    }

    private static Map<String, Task> tasks(String engine) throws IOException {
        return Recorded.read("tasks-not-started-" + engine + ".json", new TypeReference<>() {});
    }
}
