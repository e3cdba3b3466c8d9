package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Too long for a build: {@code bin/lab campaign addresses [cycles]}. */
@Tag("benchmark")
class AddressLeakCampaign {

    private static final int CYCLES = Integer.getInteger("addresses.cycles", 1000);

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void aThousandRemovalsLoseNoAddressOfASharedNetwork() throws InterruptedException {
        assertThat(RemovalCycles.lostAddresses(CYCLES, 4))
                .as("addresses lost in %d cycles", CYCLES)
                .isZero();
    }
}
