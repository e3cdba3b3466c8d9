package org.recipeharness.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.SwarmException;

class HeldLeaseTest {

    private final LeaseTable table = new LeaseTable();

    @Test
    void namesTheRunsThatAreUnderWay() throws Exception {
        HeldLease lease = table.take(1);

        lease.begin(Set.of("run-2"));
        lease.begin(Set.of("run-1"));
        lease.end(Set.of("run-2"));

        assertThat(table.book().all().get(0).lease().runs()).containsExactly("run-1");
    }

    @Test
    void isRenewedByEachChange() throws Exception {
        HeldLease lease = table.take(1);
        long before = table.book().all().get(0).notice().version();

        lease.renew();

        assertThat(table.book().all().get(0).notice().version()).isGreaterThan(before);
    }

    @Test
    void thatIsOutrunByItsOwnRenewalIsChangedAllTheSame() throws Exception {
        HeldLease lease = table.take(1);
        table.notices().beforeNextChange(lease::renew);

        lease.begin(Set.of("run-1"));

        assertThat(lease.runs()).containsExactly("run-1");
    }

    @Test
    void thatIsLostIsNotGivenBackForWhoHasItNow() throws Exception {
        HeldLease lost = table.killed("run-1");
        HeldLease next = table.take(1);

        assertThatThrownBy(lost::giveBack).isInstanceOf(LeaseException.class).hasMessageContaining("found ");
        assertThatThrownBy(lost::require).isInstanceOf(LeaseException.class);
        next.renew();
    }

    @Test
    void thatIsTakenOverAtTheMomentItIsGivenBackStaysTheOthers() throws Exception {
        HeldLease lease = table.take(1);
        var other = new Lease(Lease.State.HELD, "other", "the other one", 1, LeaseTable.TERM.lasts(), Set.of());
        table.notices()
                .beforeNextChange(() -> table.book().change(table.book().all().get(0), other));

        assertThatThrownBy(lease::giveBack).isInstanceOf(LeaseException.class);
        assertThat(table.book().all()).extracting(Posted::lease).containsExactly(other);
    }

    @Test
    void isNotLostWhereTheEngineDoesNotAnswer() throws Exception {
        HeldLease lease = table.take(1);
        table.notices().fallSilent(true);
        assertThatThrownBy(lease::renew).isInstanceOf(SwarmException.class);

        table.notices().fallSilent(false);

        lease.require();
        lease.renew();
    }
}
