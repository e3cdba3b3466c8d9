package org.recipeharness.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is printed while a process waits for the node. */
class WaitForNodeTest {

    private final LeaseTable table = new LeaseTable();

    @Test
    void isPrintedAtOnceAndOnceAMinuteWithWhoHoldsIt() throws Exception {
        HeldLease first = table.take(1);
        first.begin(Set.of("run-1"));
        table.whileWaiting(first::renew);

        assertThatThrownBy(() -> table.take(1)).isInstanceOf(LeaseException.class);

        assertThat(table.printed())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line)
                        .contains(", at most 300 s: held by " + System.getProperty("user.name") + " on ")
                        .contains(", process " + ProcessHandle.current().pid() + " in ")
                        .contains(", with run run-1 (config recipe-harness-lease-1, renewed ", ", harness.holders=1)")
                        .endsWith(". A dead holder is replaced 70 s after its last renewal"))
                .extracting(line -> line.substring(0, line.indexOf(", at most")))
                .containsExactly(
                        "Waiting for the swarm's node for 0 s",
                        "Waiting for the swarm's node for 60 s",
                        "Waiting for the swarm's node for 120 s",
                        "Waiting for the swarm's node for 180 s",
                        "Waiting for the swarm's node for 240 s",
                        "Waiting for the swarm's node for 300 s");
    }

    @Test
    void isPrintedBeforeTheFirstPause() throws Exception {
        table.take(1);
        var whenPaused = new AtomicReference<Integer>();
        table.whileWaiting(() -> whenPaused.compareAndSet(null, table.printed().size()));

        table.take(1);

        assertThat(whenPaused).hasValue(1);
    }

    @Test
    void isNotPrintedIfTheNodeIsFree() throws Exception {
        table.take(2);
        table.take(2);

        assertThat(table.time().elapsed()).isEqualTo(Duration.ZERO);
        assertThat(table.printed()).isEmpty();
    }
}
