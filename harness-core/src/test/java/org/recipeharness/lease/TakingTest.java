package org.recipeharness.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who may have the node, in a time that a test lets pass. */
class TakingTest {

    private static final Duration RUN_OUT = Duration.ofSeconds(61);

    private final LeaseTable table = new LeaseTable();

    @Test
    void aFreeNodeIsHadAtOnce() throws Exception {
        HeldLease lease = table.take(1);

        assertThat(table.time().elapsed()).isZero();
        assertThat(table.names()).containsExactly("recipe-harness-lease-1");
        lease.giveBack();
        assertThat(table.names()).isEmpty();
    }

    @Test
    void aHeldOneIsRefusedWithItsOwnerNamed() throws Exception {
        HeldLease first = table.take(1);
        first.begin(Set.of("run-1"));
        table.whileWaiting(first::renew);

        assertThatThrownBy(() -> table.take(1))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("after 300 s it is still held by " + System.getProperty("user.name") + " on ")
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("with run run-1")
                .hasMessageContaining("expected fewer than 1 holder.")
                .hasMessageContaining("-Dharness.holders=2");
        first.require();
    }

    @Test
    void aHeldOneIsWaitedForUntilItIsGivenBack() throws Exception {
        HeldLease first = table.take(1);
        var given = new AtomicBoolean();
        table.whileWaiting(() -> {
            if (table.time().elapsed().toSeconds() < 20) {
                first.renew();
            } else if (!given.getAndSet(true)) {
                first.giveBack();
            }
        });

        table.take(1);

        assertThat(table.time().elapsed()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void ofADeadOneItIsHadOnceThatHasRunOutAndWasWatched() throws Exception {
        HeldLease dead = table.killed("run-1", "run-2");

        HeldLease next = table.take(1);

        assertThat(table.time().elapsed()).isBetween(Duration.ofSeconds(70), Duration.ofSeconds(72));
        assertThat(next.runs()).containsExactly("run-1", "run-2");
        assertThat(table.names()).hasSize(1);
        assertThatThrownBy(dead::renew).isInstanceOf(LeaseException.class).hasMessageContaining("is lost");
    }

    @Test
    void aLivingOneIsNotTakenOverWhereTheSwarmsClockJumps() throws Exception {
        HeldLease living = table.take(1);
        table.notices().jump(Duration.ofHours(1));
        table.whileWaiting(() -> {
            if (table.time().elapsed().toSeconds() % 5 == 0) {
                living.renew();
                table.notices().jump(Duration.ofHours(1));
            }
        });

        assertThatThrownBy(() -> table.take(1)).isInstanceOf(LeaseException.class);
        living.renew();
    }

    @Test
    void aDeadOneOfAClockThatWasAheadIsHadLaterAndNotNever() throws Exception {
        var unused = table.killed("run-1");
        table.notices().jump(Duration.ofMinutes(-2));

        table.take(1);

        assertThat(table.time().elapsed()).isBetween(Duration.ofSeconds(190), Duration.ofSeconds(192));
    }

    @Test
    void aDeadOneThatIsRenewedAtTheLastMomentLives() throws Exception {
        HeldLease late = table.take(1);
        table.whileWaiting(() -> {
            if (table.time().elapsed().toSeconds() == 70) {
                table.notices().beforeNextChange(late::renew);
            }
            if (table.time().elapsed().toSeconds() > 71) {
                late.renew();
            }
        });

        assertThatThrownBy(() -> table.take(1)).isInstanceOf(LeaseException.class);
        late.renew();
    }

    @Test
    void ofTwoWhoComeAtTheSameMomentOneHasIt() throws Exception {
        var first = new Lease(Lease.State.HELD, "other", "the other one", 1, LeaseTable.TERM.lasts(), Set.of());
        table.notices()
                .beforeNextChange(() ->
                        assertThat(table.book().post(first, table.book().all())).isTrue());

        table.take(1);

        // The other one was dead by then; before, it was waited for.
        assertThat(table.time().elapsed()).isGreaterThan(Duration.ofSeconds(60));
    }

    @Test
    void ofTwoWhoTakeOverADeadOneOneHasIt() throws Exception {
        HeldLease dead = table.killed("run-1");
        table.pass(RUN_OUT);
        var rival = new Lease(Lease.State.HELD, "other", "the other one", 1, LeaseTable.TERM.lasts(), Set.of("run-1"));
        table.whileWaiting(() -> {
            if (table.time().elapsed().toSeconds() == 70) {
                table.notices()
                        .beforeNextChange(
                                () -> table.book().change(table.book().all().get(0), rival));
            }
        });

        HeldLease next = table.take(1);

        assertThat(table.time().elapsed()).isGreaterThan(Duration.ofSeconds(130));
        assertThat(next.runs()).containsExactly("run-1");
        assertThatThrownBy(dead::renew).isInstanceOf(LeaseException.class);
    }

    @Test
    void oneThatWasLeftWithRunsIsHadAtOnce() throws Exception {
        table.killed("run-1").giveBack();

        assertThat(table.take(1).runs()).containsExactly("run-1");
        assertThat(table.time().elapsed()).isZero();
    }

    @Test
    void oneThatIsOverIsRemovedAndNotTakenOver() throws Exception {
        HeldLease ended = table.take(1);
        Posted posted = table.book().all().get(0);
        assertThat(table.book().change(posted, posted.lease().in(Lease.State.OVER)))
                .isTrue();

        table.take(1);

        assertThat(table.book().all())
                .extracting(each -> each.notice().id())
                .doesNotContain(posted.notice().id());
        assertThatThrownBy(ended::renew).isInstanceOf(LeaseException.class);
    }

    @Test
    void asManyAsAskedForHaveItAndWhoWantsToBeAloneWaitsForAll() throws Exception {
        HeldLease one = table.take(2);
        HeldLease two = table.take(2);
        table.whileWaiting(one::renew);
        table.whileWaiting(two::renew);

        assertThat(table.names()).containsExactly("recipe-harness-lease-1", "recipe-harness-lease-2");
        assertThatThrownBy(() -> table.take(2)).isInstanceOf(LeaseException.class);
        assertThatThrownBy(() -> table.take(1)).isInstanceOf(LeaseException.class);
    }

    @Test
    void whoWantedToBeAloneAndIsNotGivesItBack() throws Exception {
        var other = new Lease(Lease.State.HELD, "other", "the other one", 1, LeaseTable.TERM.lasts(), Set.of());
        // Between the look and the post, another one takes the second slot.
        table.notices().beforeNextChange(() -> table.notices().create("recipe-harness-lease-2", "", other.labels()));

        table.take(1);

        assertThat(table.time().elapsed()).isGreaterThan(Duration.ofSeconds(60));
        assertThat(table.book().all()).hasSize(1);
    }

    @Test
    void allThatTheDeadHaveLeftIsInheritedByOne() throws Exception {
        table.killed("run-1");
        table.killed("run-2");
        table.killed("run-3").giveBack();

        HeldLease next = table.take(1);

        assertThat(next.runs()).containsExactly("run-1", "run-2", "run-3");
        assertThat(table.names()).hasSize(1);
    }

    @Test
    void ofOneThatLivesAfterAllNothingIsInherited() throws Exception {
        table.killed("run-1");
        HeldLease late = table.killed("run-2");
        table.whileWaiting(() -> {
            if (table.time().elapsed().toSeconds() == 71) {
                // The first change takes the first one over, the second one makes its runs ours.
                table.notices()
                        .beforeNextChange(() -> table.notices()
                                .beforeNextChange(() -> table.notices().beforeNextChange(late::renew)));
            }
        });

        HeldLease next = table.take(2);

        late.renew();
        assertThat(late.runs()).containsExactly("run-2");
        assertThat(next.runs()).doesNotContain("run-2");
    }

    @Test
    void oneThatCantBeReadIsHeldForEver() throws Exception {
        table.notices()
                .create("recipe-harness-lease-1", "", java.util.Map.of("org.recipeharness.lease.state", "NEWER"));
        table.pass(Duration.ofDays(400));

        assertThatThrownBy(() -> table.take(1))
                .isInstanceOf(LeaseException.class)
                .hasMessageContaining("can't read (config recipe-harness-lease-1");
    }
}
