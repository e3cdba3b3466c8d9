package org.recipeharness.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Of all processes that hold the node, the one that allows the fewest holders decides how many there may be. */
class HoldersTest {

    private final LeaseTable table = new LeaseTable();

    @Test
    void aProcessThatAllowsTwoDoesNotEnterBesideOneThatAllowsOne() throws Exception {
        HeldLease alone = table.take(1);
        table.whileWaiting(alone::renew);

        assertThatThrownBy(() -> table.take(2))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("harness.holders=1)")
                .hasMessageContaining("expected fewer than 1 holder. The smallest harness.holders of all processes"
                        + " counts; this process has 2.")
                .hasMessageEndingWith("with -Dharness.holders=2 in each process");
        assertThat(table.names()).hasSize(1);
    }

    @Test
    void aProcessThatAllowsTwoEntersBesideOneThatAllowsTwo() throws Exception {
        HeldLease one = table.take(2);
        table.whileWaiting(one::renew);

        table.take(2);

        assertThat(table.time().elapsed()).isZero();
        assertThat(table.names()).hasSize(2);
    }

    @Test
    void aProcessThatAllowsOneDoesNotEnterBesideOneThatAllowsTwo() throws Exception {
        HeldLease one = table.take(2);
        table.whileWaiting(one::renew);

        assertThatThrownBy(() -> table.take(1))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("this process has 1.");
    }

    @Test
    void theSmallestOfSeveralNumbersCounts() throws Exception {
        HeldLease three = table.take(3);
        HeldLease two = table.take(2);
        table.whileWaiting(three::renew);
        table.whileWaiting(two::renew);

        assertThatThrownBy(() -> table.take(3))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("expected fewer than 2 holders. ");
    }

    @Test
    void theNumberOfADeadProcessCountsUntilItsLeaseHasExpired() throws Exception {
        table.take(1);

        HeldLease one = table.take(2);
        assertThat(table.time().elapsed()).isBetween(Duration.ofSeconds(70), Duration.ofSeconds(72));

        table.whileWaiting(one::renew);
        table.take(2);
        assertThat(table.time().elapsed()).isLessThan(Duration.ofSeconds(73));
        assertThat(table.names()).hasSize(2);
    }

    @Test
    void aProcessOfAnOlderHarnessIsTakenToAllowOne() throws Exception {
        HeldLease old = table.take(2);
        var labels = new TreeMap<>(table.book().all().get(0).lease().labels());
        labels.remove("org.recipeharness.lease.holders");
        assertThat(table.notices().replace(table.book().all().get(0).notice(), labels))
                .isTrue();
        table.whileWaiting(old::renew);

        assertThatThrownBy(() -> table.take(2))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("expected fewer than 1 holder. ");
    }

    @Test
    void aLeaseThatCannotBeReadKeepsAllOutAndTheMessageSaysHowToRemoveIt() {
        table.notices()
                .create("recipe-harness-lease-1", "", java.util.Map.of("org.recipeharness.lease.state", "NEWER"));

        assertThatThrownBy(() -> table.take(50))
                .isInstanceOf(LeaseException.class)
                .hasMessageEndingWith("remove it: docker config rm recipe-harness-lease-1");
    }

    /** Between our reading and our post, a process that wants to be alone has entered. */
    @Test
    void aProcessThatFindsAfterItsPostThatAnotherOneWasThereFirstWithdraws() {
        table.notices().beforeNextChange(() -> post("recipe-harness-lease-2", 1));
        table.whileWaiting(this::renewOther);

        assertThatThrownBy(() -> table.take(2)).isInstanceOf(LeaseException.class);
        assertThat(table.names()).containsExactly("recipe-harness-lease-2");
    }

    @Test
    void ofTwoThatPostAtTheSameMomentTheOneWithTheFirstNameKeepsItsLease() throws Exception {
        table.notices().beforeNextChange(() -> post("recipe-harness-lease-2", 1));
        var withdrawn = new AtomicBoolean();
        table.whileWaiting(() -> {
            assertThat(table.names()).contains("recipe-harness-lease-1");
            if (!withdrawn.getAndSet(true)) {
                table.notices().remove(other().notice());
            }
        });

        table.take(2);

        assertThat(table.time().elapsed()).isEqualTo(Duration.ofSeconds(1));
        assertThat(table.names()).containsExactly("recipe-harness-lease-1");
    }

    @Test
    void ofTwoThatPostAtTheSameMomentTheOneWithTheLastNameWithdrawsAtOnce() {
        table.notices().beforeNextChange(() -> post("recipe-harness-lease-0", 1));
        table.whileWaiting(() -> {
            renewOther();
            assertThat(table.names()).containsExactly("recipe-harness-lease-0");
        });

        assertThatThrownBy(() -> table.take(2)).isInstanceOf(LeaseException.class);
    }

    private void post(String name, int holders) {
        var lease = new Lease(Lease.State.HELD, "other", "the other one", holders, LeaseTable.TERM.lasts(), Set.of());
        assertThat(table.notices().create(name, "", lease.labels())).isTrue();
    }

    private Posted other() {
        return table.book().all().stream()
                .filter(posted -> posted.lease().token().equals("other"))
                .findFirst()
                .orElseThrow();
    }

    private void renewOther() {
        assertThat(table.book().change(other(), other().lease())).isTrue();
    }
}
