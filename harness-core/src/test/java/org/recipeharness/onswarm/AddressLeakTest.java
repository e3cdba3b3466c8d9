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

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void fortyRemovalsLoseNoAddressOfASharedNetwork() throws InterruptedException {
        assertThat(RemovalCycles.lostAddresses(40, 2)).isZero();
    }
}
