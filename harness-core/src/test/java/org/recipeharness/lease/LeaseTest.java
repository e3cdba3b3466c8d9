package org.recipeharness.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseTest {

    private static final Lease LEASE = new Lease(
            Lease.State.LEFT, "token", "root on ci-1, process 7", 2, Duration.ofSeconds(60), Set.of("run-2", "run-1"));

    @Test
    void isReadAsItWasWritten() {
        assertThat(Lease.read(LEASE.labels())).isEqualTo(LEASE);
        assertThat(Lease.read(LEASE.without(LEASE.runs()).labels()).runs()).isEmpty();
    }

    @Test
    void saysWhoseItIs() {
        assertThat(LEASE).hasToString("root on ci-1, process 7, with run run-1, run-2");
    }

    @ParameterizedTest
    @CsvSource({
        "holders,0",
        "holders,-1",
        "holders,many",
        "state,''",
        "state,FREE",
        "lasts,soon",
        "lasts,PT0S",
        "lasts,PT-1S"
    })
    void thatIsWrittenOtherwiseNeverRunsOut(String label, String value) {
        Map<String, String> labels = new TreeMap<>(LEASE.labels());
        labels.put("org.recipeharness.lease." + label, value);

        Lease read = Lease.read(labels);

        assertThat(read.state()).isEqualTo(Lease.State.HELD);
        assertThat(read.lasts()).isGreaterThan(Duration.ofDays(365_000));
        assertThat(read.runs()).isEmpty();
        assertThat(read.holders()).isEqualTo(1);
        assertThat(read.isReadable()).isFalse();
    }

    @Test
    void ofAnOlderHarnessThatDoesNotPublishItsNumberAllowsOneHolder() {
        Map<String, String> labels = new TreeMap<>(LEASE.labels());
        labels.remove("org.recipeharness.lease.holders");

        Lease read = Lease.read(labels);

        assertThat(read.holders()).isEqualTo(1);
        assertThat(read.isReadable()).isTrue();
    }
}
