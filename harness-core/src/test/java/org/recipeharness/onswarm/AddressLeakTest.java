package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A removal gives each address of a shared network back; {@link AddressLeakCampaign} repeats it more often. */
@Tag("swarm")
@Execution(ExecutionMode.CONCURRENT)
class AddressLeakTest {

    /** The network has 13 addresses for tasks: one that each removal lost would have used it up. */
    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void moreRemovalsThanANetworkHasAddressesLoseNone() throws InterruptedException {
        assertThat(RemovalCycles.lostAddresses(14, 2)).isZero();
    }

    @Test
    @Tag("nightly")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void fortyRemovalsLoseNoAddressOfASharedNetwork() throws InterruptedException {
        assertThat(RemovalCycles.lostAddresses(40, 2)).isZero();
    }
}
