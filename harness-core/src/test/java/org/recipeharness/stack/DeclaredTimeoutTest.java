package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.ComposeException;

class DeclaredTimeoutTest {

    @Test
    void isTheLabelOfTheServiceThatAbraLooksAt() {
        assertThat(timeout("app", "coop-cloud.demo.timeout=2400")).contains(Duration.ofMinutes(40));
        assertThat(timeout("db", "coop-cloud.demo.timeout=2400")).isEmpty();
        assertThat(timeout("app", "coop-cloud.other.timeout=2400")).isEmpty();
    }

    @Test
    void isNoneWhereTheVariableBehindItIsEmpty() {
        assertThat(timeout("app", "coop-cloud.demo.timeout=")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "10m", "1.5", "9999999"})
    void tellsWhatIsNoNumberOfSeconds(String written) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> timeout("app", "coop-cloud.demo.timeout=" + written))
                .withMessageStartingWith("compose.yml:5: the label coop-cloud.demo.timeout is '" + written
                        + "', expected a number of seconds, such as 600");
    }

    private static Optional<Duration> timeout(String service, String label) {
        return DeclaredTimeout.of(new StackName("demo"), ComposeTexts.root("""
                services:
                  %s:
                    image: x
                    deploy:
                      labels: ["%s"]
                """.formatted(service, label)));
    }
}
