package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.recipe.Origin;

class InterpolationTest {

    private static final Origin ORIGIN = new Origin("compose.yml", 41);
    private static final Variables VARIABLES = Variables.none()
            .with("SET", "value", ORIGIN)
            .with("EMPTY", "", ORIGIN)
            .with("DOLLARS", "a$SET$$b", ORIGIN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no reference | no reference",
                "$SET | value",
                "${SET} | value",
                "a${SET}b$SET.c | avaluebvalue.c",
                "$UNSET | ``",
                "${UNSET}x | x",
                "$$SET | $SET",
                "$$ | $",
                "$${SET} | ${SET}",
                "$$$SET | $value",
                "$DOLLARS | a$SET$$b",
                "${SET:-other} | value",
                "${EMPTY:-other} | other",
                "${UNSET:-other} | other",
                "${UNSET:-} | ``",
                "${SET-other} | value",
                "${EMPTY-other} | ``",
                "${UNSET-other} | other",
                "${SET:+other} | other",
                "${EMPTY:+other} | ``",
                "${UNSET:+other} | ``",
                "${EMPTY+other} | other",
                "${UNSET+other} | ``",
                "${SET:?told} | value",
                "${EMPTY?told} | ``",
                "${UNSET:-${SET}} | value",
                "${UNSET:-${EMPTY:-$SET}}! | value!",
                "${UNSET:-a$$b} | a$b",
                "${UNSET:-a:-b?c} | a:-b?c",
                "${UNSET:-{x}} | {x}",
                "Host(`${UNSET:-${SET}.org}`) | Host(`value.org`)"
            })
    void putsVariablesIn(String text, String result) {
        assertThat(new Interpolation(VARIABLES).interpolate(text, ORIGIN)).isEqualTo(result);
    }

    @Test
    void looksAtNoWordThatIsNotNeeded() {
        assertThat(new Interpolation(VARIABLES).interpolate("${SET:-${UNSET:?told}}", ORIGIN))
                .isEqualTo("value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${UNSET:?the domain} | the variable UNSET is required and not set (the domain). Set it in .env.sample",
                "${EMPTY:?the $SET} | the variable EMPTY is required and not set (the value)",
                "${UNSET?} | the variable UNSET is required and not set. Set it",
                "${UNSET?x} | @RecipeDeployment(settings = \"UNSET=...\")",
                "${SET | expected a '}' that ends the reference to SET",
                "${SET:-x | expected a '}' that ends the reference to SET",
                "a $ b | expected a variable's name behind '$' at position 3. For a dollar sign itself write '$$'",
                "cost$ | expected a variable's name behind '$'",
                "$1 | expected a variable's name behind '$'",
                "${} | expected a variable's name",
                "${1A} | expected a variable's name",
                "${A B} | expected one of }, :-, -, :?, ?, :+, + behind the variable A",
                "${A!x} | expected one of }, :-, -, :?, ?, :+, + behind the variable A"
            })
    void tellsThePlaceOfAReferenceThatItCannotPutIn(String text, String problem) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> new Interpolation(VARIABLES).interpolate(text, ORIGIN))
                .withMessageStartingWith("compose.yml:41: ")
                .withMessageContaining(problem);
    }
}
