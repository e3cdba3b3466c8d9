package org.recipeharness.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recipeharness.backup.BackupException;
import org.recipeharness.swarm.StackRefusedException;
import org.recipeharness.swarm.SwarmException;

class TimeLimitsTest {

    static Stream<Throwable> limits() {
        return Stream.of(
                new SocketTimeoutException("Read timed out"),
                new TimeoutException(),
                new SwarmException("Running a hook: not finished after 60000 ms. The engine has no way to end it"),
                new IOException("found no answer within 10000 ms, stage TLS handshake"),
                new AssertionError("but was: java.net.http.HttpTimeoutException: request timed out"),
                new AssertionError("execution timed out after 2000 ms"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void tellALimitOfTime(Throwable thrown) {
        assertThat(TimeLimits.reached(thrown)).isTrue();
    }

    static Stream<Throwable> others() {
        return Stream.of(
                new IOException("Connection reset"),
                new AssertionError("Expected status: 200 but was 404"),
                new BackupException("its hook said: lock timed out"),
                new StackRefusedException("invalid timeout", new IOException()),
                new SwarmException("no engine answers"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void areNotWhatTheLogsOfOthersSay(Throwable thrown) {
        assertThat(TimeLimits.reached(thrown)).isFalse();
    }
}
