package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.readiness.NotReadyException;

/** Where a declared path is asked for; nothing listens there, and the reason names the place. */
class HttpReadinessTest {

    private final Path folder;

    HttpReadinessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isAskedThroughTheIngressAtTheAppsDomain() {
        assertThat(failureOf(WithoutAPortTestCases.class))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("GET https://" + FixtureRun.DOMAIN + "/ping: no connection to 127.0.0.1:1: ");
    }

    @Test
    void isAskedAtThePortThatIsDeclared() {
        assertThat(failureOf(WithAPortTestCases.class))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("GET http://127.0.0.1:3/ping: no connection to 127.0.0.1:3: ");
    }

    private Throwable failureOf(Class<?> fixture) {
        return FixtureRun.in(folder).of(fixture).failure("Install.becomesReady");
    }

    @RecipeDeployment(value = "sample", ready = @Ready(http = "/ping", budget = "1x1s"))
    static class WithoutAPortTestCases {
        @Nested
        class Install extends InstallTier {}
    }

    @RecipeDeployment(value = "sample", ready = @Ready(http = "/ping", port = 3, budget = "1x1s"))
    static class WithAPortTestCases {
        @Nested
        class Install extends InstallTier {}
    }
}
