package org.recipeharness.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recipeharness.readiness.FakeTime;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.swarm.FakeSwarm;
import org.recipeharness.swarm.Labelled;

class ProcessLeaseTest {

    private static final Holding HOLDING = new Holding(1, Duration.ofSeconds(1), Set.of(), Duration.ofSeconds(5));

    private final FakeSwarm swarm = new FakeSwarm(new FakeTime());
    private final ProcessLease process = new ProcessLease(Term.USUAL, LeaseBook.PREFIX);
    private final LeaseBook book = new LeaseBook(swarm.notices());

    private NodeHold joined(String run) throws InterruptedException {
        var hold = new NodeHold(swarm, run, HOLDING);
        hold.take(process);
        return hold;
    }

    private List<Lease> leases() {
        return book.all().stream().map(Posted::lease).toList();
    }

    @Test
    void isOneForAllRunsAndGivenBackBehindTheLast() throws Exception {
        NodeHold first = joined("run-1");
        NodeHold second = joined("run-2");
        assertThat(leases()).singleElement().extracting(Lease::runs).isEqualTo(Set.of("run-1", "run-2"));

        first.finished();
        first.close();
        assertThat(leases()).singleElement().extracting(Lease::runs).isEqualTo(Set.of("run-2"));

        second.finished();
        second.close();
        assertThat(leases()).isEmpty();
    }

    @Test
    void ofARunThatHasLeftSomethingSaysSo() throws Exception {
        joined("run-1").close();

        assertThat(leases())
                .singleElement()
                .isEqualTo(leases().get(0).in(Lease.State.LEFT).with(Set.of("run-1")));
    }

    @Test
    void isTakenBehindTheRemovalOfWhatTheDeadHaveLeft() throws Exception {
        joined("run-1").close();
        swarm.carrying(new Labelled("volume", "data", "data", Map.of(RunLabels.RUN, "run-1")));

        NodeHold next = joined("run-2");

        assertThat(swarm.labelled(RunLabels.RUN)).isEmpty();
        assertThat(leases()).singleElement().extracting(Lease::runs).isEqualTo(Set.of("run-2"));
        next.close();
    }

    @Test
    void keepsTheRunsOfWhichSomethingCouldNotBeRemoved() throws Exception {
        joined("run-1").close();
        swarm.carrying(new Labelled("volume", "data", "data", Map.of(RunLabels.RUN, "run-1")))
                .refuses("in use");
        var hold = new NodeHold(swarm, "run-2", new Holding(1, Duration.ofSeconds(1), Set.of(), Duration.ofMillis(1)));

        hold.take(process);

        assertThat(leases()).singleElement().extracting(Lease::runs).isEqualTo(Set.of("run-1", "run-2"));
        hold.close();
    }

    @Test
    void believesAnotherOneThatARunIsUnderWay() throws Exception {
        joined("run-1").close();
        Lease other = new Lease(Lease.State.HELD, "other", "the other", 2, Duration.ofSeconds(60), Set.of("run-1"));
        swarm.notices().create("recipe-harness-lease-7", "", other.labels());
        var labelled = new Labelled("volume", "data", "data", Map.of(RunLabels.RUN, "run-1"));
        swarm.carrying(labelled);
        var hold = new NodeHold(swarm, "run-2", new Holding(2, Duration.ofSeconds(1), Set.of(), Duration.ofSeconds(5)));

        hold.take(process);

        assertThat(swarm.labelled(RunLabels.RUN)).containsExactly(labelled);
        hold.close();
    }

    @Test
    void isRenewedBesideTheRuns() throws Exception {
        var quick = new ProcessLease(new Term(Duration.ofMillis(120)), LeaseBook.PREFIX);
        var hold = new NodeHold(swarm, "run-1", HOLDING);
        hold.take(quick);
        long before = book.all().get(0).notice().version();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> book.all().get(0).notice().version() > before + 2);

        hold.finished();
        hold.close();
        assertThat(leases()).isEmpty();
    }

    @Test
    void thatAnotherOneHasTakenOverLetsNoRunGoOn() throws Exception {
        var quick = new ProcessLease(new Term(Duration.ofMillis(120)), LeaseBook.PREFIX);
        var hold = new NodeHold(swarm, "run-1", HOLDING);
        hold.take(quick);
        Lease other = new Lease(Lease.State.HELD, "other", "the other", 1, Duration.ofSeconds(60), Set.of());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> book.change(book.all().get(0), other));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThatThrownBy(hold::require)
                        .isInstanceOf(LeaseException.class)
                        .hasMessageContaining("found the other"));

        hold.close();
        assertThat(leases()).containsExactly(other);
    }
}
