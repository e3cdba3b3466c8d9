package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Looks at one run of {@link LosingTestCases} from several sides. */
@TestInstance(Lifecycle.PER_CLASS)
class LostTaskTest {

    private final Outcome outcome;

    LostTaskTest(@TempDir Path folder) {
        outcome = FixtureRun.in(folder).of(LosingTestCases.class);
    }

    @Test
    void aTestThatWouldHavePassedFails() {
        assertThat(outcome.failure("LosingTestCases.aNoticesNothing"))
                .isInstanceOf(AppLostException.class)
                .hasNoCause()
                .hasMessage("The app died during this test: service 'db' lost its task: task db1 failed with exit code"
                        + " 137: task: non-zero exit (137). The test itself noticed nothing");
    }

    @Test
    void aTestThatFailsOfItSaysSoInItsFirstLine() {
        assertThat(outcome.failure("LosingTestCases.cFailsOfIt"))
                .isInstanceOf(AppLostException.class)
                .hasMessage(
                        "The app died during this test: service 'app' lost its task: task app0 failed with exit code"
                                + " 137: task: non-zero exit (137)\nWhat the test saw of it: Connection reset")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTestThatComesAfterItIsNotBlamed() {
        assertThat(outcome.failures())
                .containsOnlyKeys("LosingTestCases.aNoticesNothing", "LosingTestCases.cFailsOfIt");
    }

    @Test
    void theEvidenceIsAttachedToEither() {
        assertThat(outcome.attached())
                .containsKeys("LosingTestCases.aNoticesNothing: log-db.txt", "LosingTestCases.cFailsOfIt: log-app.txt")
                .hasSize(14);
    }
}
