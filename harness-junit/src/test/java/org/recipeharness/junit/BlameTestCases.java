package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.run.RecipeRun;

/** Tests that are red, each in a way of its own. */
final class BlameTestCases {

    private BlameTestCases() {}

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class Own {
        @Nested
        class Custom extends CustomTier {
            @Test
            void asserts() {
                assertThat(1).isEqualTo(2);
            }

            @Test
            void assertsWithWordsOfTime() {
                throw new AssertionError("expected no line with 'timed out', found no answer within 10000 ms");
            }

            @Test
            void assertsThatSomethingAnswers() {
                throw new AssertionError("Talking to the server", new SocketTimeoutException("no answer"));
            }

            @Test
            void losesItsConnection() throws IOException {
                throw new EOFException("closed");
            }

            @Test
            void readsNonsense() throws IOException {
                new ObjectMapper().readTree("{");
            }

            @Test
            void takesTooLong() throws TimeoutException {
                throw new TimeoutException("it took 60 s");
            }

            @Test
            void breaks() {
                Objects.requireNonNull(null, "the name");
            }

            @Test
            void breaksInALibrary() {
                List.of().iterator().next();
            }

            @Test
            void breaksTheHarness() {
                var broken = new IllegalStateException("should not be");
                broken.setStackTrace(new StackTraceElement[] {
                    new StackTraceElement("java.util.ArrayList", "get", "ArrayList.java", 1),
                    new StackTraceElement(RecipeRun.class.getName(), "install", "RecipeRun.java", 1),
                    new StackTraceElement(
                            RecipeDeploymentExtension.class.getName(),
                            "beforeEach",
                            "RecipeDeploymentExtension.java",
                            1),
                    new StackTraceElement(BlameTestCases.class.getName(), "outside", "BlameTestCases.java", 1)
                });
                throw broken;
            }

            @Test
            void knowsNoHost() throws IOException {
                throw new UnknownHostException("board.example.test");
            }

            @Test
            void owesEvidence() {
                throw new UnverifiedException("nothing was asked");
            }
        }
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = NeverAnswers.class, budget = "1x10ms"))
    static class Late {
        @Nested
        class Install extends InstallTier {}
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class Generic {
        @Nested
        class Install extends InstallTier {}
    }

    @RecipeDeployment("sample")
    static class LeavesBehind {
        @Test
        void passes(RecordingSwarm swarm) {
            swarm.leaveBehind("network", "sample_internal");
        }
    }

    @RecipeDeployment("sample")
    static class LosesItsTask {
        @Test
        void passes(RecordingSwarm swarm) {
            swarm.loseTask("app");
        }
    }
}
