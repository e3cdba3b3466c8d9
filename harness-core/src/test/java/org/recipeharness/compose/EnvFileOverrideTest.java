package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.recipe.Origin;

class EnvFileOverrideTest {

    private static final Origin TEST = Origin.of("the test");

    @Test
    void letsAnOverrideWinAndLaterLinesSeeIt() {
        Variables overrides = Variables.none().with("DOMAIN", "demo.lab.test", TEST);

        Variables read = EnvFile.read(".env.sample", "DOMAIN=example.com\nURL=https://$DOMAIN/\n", overrides);

        assertThat(read.find("DOMAIN")).contains(new Variable("DOMAIN", "demo.lab.test", "", TEST));
        assertThat(read.find("URL").map(Variable::value)).contains("https://demo.lab.test/");
    }

    @Test
    void addsAnOverrideThatTheFileDoesNotName() {
        Variables overrides = Variables.none().with("STACK_NAME", "demo", TEST);

        assertThat(EnvFile.read(".env.sample", "A=$STACK_NAME", overrides)
                        .find("A")
                        .map(Variable::value))
                .contains("demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "=x", "1A=x", "A B=x", "A", "export A", "- A=x"})
    void tellsTheLineThatIsNoAssignment(String line) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> EnvFile.read(".env.sample", "# head\n\n" + line + "\n", Variables.none()))
                .withMessage(".env.sample:3: found '" + line
                        + "', expected NAME=value, a comment that begins with #, or a blank line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=\"x", "A='x", "A='x'y", "A=\"x\" y", "A='it's'"})
    void tellsTheLineWhoseQuoteDoesNotEndRight(String line) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> EnvFile.read(".env.sample", "B=1\n" + line, Variables.none()))
                .withMessageStartingWith(".env.sample:2: the value of A opens a quote");
    }
}
