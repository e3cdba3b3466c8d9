package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.app.AppProbe;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.Masking;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;

/** A secret of the app is not in what is kept, though it is in its stack, its log, and its greeting. */
@TestInstance(Lifecycle.PER_CLASS)
class SecretsTest {

    private static final String SECRET = "kept-to-itself";

    private final Outcome outcome;

    SecretsTest(@TempDir Path folder) {
        outcome = FixtureRun.in(folder)
                .on(swarm -> swarm.log("the password is " + SECRET))
                .of(WithASecretTestCases.class);
    }

    @Test
    void isMaskedInEveryAttachedFile() {
        assertThat(outcome.attached())
                .containsEntry("Custom.fails: log-app.txt", "app says: the password is " + Masking.MASK + "\n")
                .hasEntrySatisfying(
                        "Custom.fails: stack.yml",
                        stack -> assertThat(stack).contains("\"SERVER_PASSWORD\": \"" + Masking.MASK + "\""));
        assertThat(outcome.attached().values()).noneMatch(text -> text.contains(SECRET));
    }

    @Test
    void isMaskedInEveryReportEntry() {
        assertThat(outcome.reported())
                .anyMatch(value -> value.endsWith("greeted with " + Masking.MASK))
                .noneMatch(value -> value.contains(SECRET));
    }

    @RecipeDeployment(
            value = "sample",
            settings = "SERVER_PASSWORD=" + SECRET,
            ready = @Ready(by = SeesTheSecret.class))
    static class WithASecretTestCases {

        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {
            @Test
            void fails() {
                throw new AssertionError("as it should not be");
            }
        }
    }

    static final class SeesTheSecret implements AppProbe, Probe {

        @Override
        public Probe on(DeployedApp app) {
            return this;
        }

        @Override
        public String name() {
            return "greeting";
        }

        @Override
        public Look look(Duration limit) {
            return Look.ready("greeted with " + SECRET);
        }
    }
}
