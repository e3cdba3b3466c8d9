package org.recipeharness.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recipeharness.backup.BackupException;
import org.recipeharness.fault.Fault.Timing;
import org.recipeharness.swarm.StackRefusedException;
import org.recipeharness.swarm.SwarmException;

class FaultTest {

    static Stream<Throwable> external() {
        return Stream.of(
                new UnknownHostException("git.example.test"),
                new IOException("write failed: No space left on device"),
                new SwarmException("Making a volume: no space left on device"),
                new SwarmException("Listing services", new IllegalStateException(new ConnectException())),
                new SwarmException("Running a command: the connection to the engine broke", new EOFException()),
                new StackRefusedException("Cannot connect to the Docker daemon at unix:///x", new IOException()));
    }

    @ParameterizedTest
    @MethodSource("external")
    void isExternalIfADiskANetworkOrTheEngineFails(Throwable thrown) {
        assertThat(Fault.of(thrown).isExternal()).isTrue();
    }

    static Stream<Throwable> notExternal() {
        return Stream.of(
                new AssertionError("its log: no space left on device"),
                new BackupException("its hook said: could not resize shared memory: No space left on device"),
                SwarmException.timedOut("Running a hook: not finished after 60000 ms", new IOException("closed")),
                new SwarmException("Listing services", new IllegalStateException(new SocketTimeoutException())),
                SwarmException.containerGone("Running a hook", new IOException("gone")),
                SwarmException.containerPaused("Running a hook", new IOException("is paused")),
                new SwarmException("Looking for service 'db': there is none"),
                new StackRefusedException("invalid mount config", new IOException()));
    }

    @ParameterizedTest
    @MethodSource("notExternal")
    void isNotExternalForWhatAnAppSaysOrALimitHasEnded(Throwable thrown) {
        assertThat(Fault.of(thrown).isExternal()).isFalse();
    }

    static Stream<Throwable> limits() {
        return Stream.of(
                new SocketTimeoutException("Read timed out"),
                new TimeoutException(),
                SwarmException.timedOut("Running a hook: not finished after 60000 ms", null),
                SwarmException.containerPaused("Running a hook", new IOException()));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void saysThatALimitWasReached(Throwable thrown) {
        assertThat(Fault.of(thrown).timing()).isEqualTo(Timing.LIMIT);
    }

    static Stream<Throwable> untimed() {
        return Stream.of(
                new AssertionError("expected that nothing timed out"),
                new BackupException("its hook said: lock timed out"),
                new StackRefusedException("invalid timeout", new IOException()),
                new NoSuchFileException("data"),
                new SwarmException("no engine answers"));
    }

    @ParameterizedTest
    @MethodSource("untimed")
    void hasNoTimingByTheWordsOfAMessage(Throwable thrown) {
        assertThat(Fault.of(thrown).timing()).isEqualTo(Timing.NONE);
    }

    @Test
    void tellsABrokenConnectionFromAMissingFile() {
        assertThat(Fault.of(new IOException("Connection reset"))).isEqualTo(Fault.UNKNOWN.with(Timing.CONNECTION));
        assertThat(Fault.of(new NoSuchFileException("data"))).isEqualTo(Fault.UNKNOWN);
        assertThat(Fault.of(new FileNotFoundException("data")).party()).isEmpty();
    }

    @Test
    void isTheRecipesIfItsDatabaseRefusesUnlessItsOwnTestAsked() {
        assertThat(SwarmException.refusedByApp("Writing the marker: no").fault())
                .isEqualTo(Fault.ofCallerOr(Party.RECIPE));
    }

    @Test
    void isTheHarnesssIfARemovalLeavesSomething() {
        assertThat(SwarmException.leftBehind("Removing the stack").fault()).isEqualTo(Fault.of(Party.HARNESS));
    }
}
