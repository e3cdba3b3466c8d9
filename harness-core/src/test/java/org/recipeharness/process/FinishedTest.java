package org.recipeharness.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinishedTest {

    private static final Command COMMAND = Command.of("docker", "stack", "deploy");

    @Test
    void goesOnAfterASuccess() {
        var finished = new Finished(COMMAND, 0, "", "a warning");

        assertThat(finished.orFail("Deploying")).isSameAs(finished);
    }

    @ParameterizedTest
    @CsvSource({"progress, no such network, no such network", "it is on the other stream, '', it is on the other stream"
    })
    void failsWithWhatTheCommandSaid(String out, String err, String said) {
        var finished = new Finished(COMMAND, 1, out + "\n", err + "\n");

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> finished.orFail("Deploying the stack demo"))
                .withMessage(
                        "Deploying the stack demo: 'docker stack deploy' ended with exit code 1 and said: " + said);
    }
}
