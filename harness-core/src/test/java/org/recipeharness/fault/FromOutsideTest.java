package org.recipeharness.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recipeharness.backup.BackupException;
import org.recipeharness.swarm.StackRefusedException;
import org.recipeharness.swarm.SwarmException;

class FromOutsideTest {

    static Stream<Throwable> outside() {
        return Stream.of(
                new UnknownHostException("git.example.test"),
                new IOException("write failed: No space left on device"),
                new SwarmException("Making a volume: no space left on device"),
                new SwarmException("Listing services", new IllegalStateException(new ConnectException())),
                new SwarmException("Running a command: the connection to the engine broke", new EOFException()),
                new StackRefusedException("Cannot connect to the Docker daemon at unix:///x", new IOException()));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void isWhatNobodyOfUsAnswersFor(Throwable thrown) {
        assertThat(FromOutside.is(thrown)).isTrue();
    }

    static Stream<Throwable> inside() {
        return Stream.of(
                new AssertionError("its log: no space left on device"),
                new BackupException("its hook said: could not resize shared memory: No space left on device"),
                new SwarmException("Running a hook: not finished after 60000 ms", new IOException("closed")),
                SwarmException.containerGone("Running a hook", new IOException("gone")),
                new SwarmException("Looking for service 'db': there is none"),
                new StackRefusedException("invalid mount config", new IOException()));
    }

    @ParameterizedTest
    @MethodSource("inside")
    void isNotWhatAnAppSaysOrALimitHasEnded(Throwable thrown) {
        assertThat(FromOutside.is(thrown)).isFalse();
    }
}
