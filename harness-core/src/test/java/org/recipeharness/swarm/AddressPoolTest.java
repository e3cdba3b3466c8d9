package org.recipeharness.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPoolTest {

    /** A swarm of an engine 20.10.24 and one of 28.5.2 gave four tasks and one load balancer an address of a /29. */
    @ParameterizedTest
    @CsvSource({"10.0.1.0/24, 253", "10.0.1.0/28, 13", "10.0.1.0/29, 5", "10.0.1.0/31, 0"})
    void hasAllAddressesButTheEndsOfTheSubnetAndTheGateway(String subnet, long size) {
        assertThat(new AddressPool("proxy", "", List.of(subnet), 0).size()).isEqualTo(size);
    }

    @Test
    void isFullIfOnlyTheAddressOfALoadBalancerIsLeft() {
        assertThat(new AddressPool("proxy", "", List.of("10.0.1.0/29"), 4).isFull())
                .isTrue();
        assertThat(new AddressPool("proxy", "", List.of("10.0.1.0/29"), 3).isFull())
                .isFalse();
    }

    @Test
    void isNeverFullWithASubnetWhoseSizeIsNotCounted() {
        var pool = new AddressPool("proxy", "", List.of("10.0.1.0/29", "fd00::/64"), 4);

        assertThat(pool.isFull()).isFalse();
        assertThat(pool).hasToString("'proxy' (10.0.1.0/29, fd00::/64, 4 in use by services and running tasks)");
    }
}
