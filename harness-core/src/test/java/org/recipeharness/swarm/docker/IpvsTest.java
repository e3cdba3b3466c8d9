package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpvsTest {

    private static final URI HERE = URI.create("unix:///var/run/docker.sock");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isWhatTheSettingSays(boolean declared) {
        assertThat(new Ipvs(Optional.of(declared)).routes(HERE, System.getProperty("os.version")))
                .isEqualTo(declared);
    }

    @Test
    void isTakenToBeThereWhereTheKernelCannotBeLookedAt() {
        var unknown = new Ipvs(Optional.empty());

        assertThat(unknown.routes(URI.create("tcp://192.0.2.1:2375"), System.getProperty("os.version")))
                .isTrue();
        assertThat(unknown.routes(HERE, "a kernel of another machine")).isTrue();
    }
}
