package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
                "$SET-data | value",
                "$UNSET-data | data",
                "${SET:?say-so} | so",
                "${UNSET-a:-b} | b",
                "${SET:?told} | value",
                "${EMPTY?told} | ``",
                "${UNSET:-a$$b} | a$$b",
                "${UNSET:-$SET} | $SET",
                "${UNSET:-a:-b?c} | a:-b?c",
                "${UNSET:-{x}} | {x}",
                "Host(`${UNSET:-x}.org`) | Host(`x.org`)"
            })
    void putsVariablesIn(String text, String result) {
        assertThat(new Interpolation(VARIABLES).interpolate(text, ORIGIN)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${UNSET:?the domain} | the variable UNSET is required and not set (the domain). Set it in .env.sample",
                "${EMPTY:?the $SET} | the variable EMPTY is required and not set (the $SET)",
                "${UNSET?} | the variable UNSET is required and not set. Set it",
                "${UNSET?x} | @RecipeDeployment(settings = \"UNSET=...\")",
                "${SET | expected $NAME or ${NAME}",
                "${SET:-x | expected $NAME or ${NAME}",
                "a $ b | expected $NAME or ${NAME}, with nothing, :-, -, :? or ? behind the name, at position 3. For a dollar sign itself write '$$'",
                "cost$ | expected $NAME or ${NAME}",
                "$1 | expected $NAME or ${NAME}",
                "${} | expected $NAME or ${NAME}",
                "${1A} | expected $NAME or ${NAME}",
                "${A B} | expected $NAME or ${NAME}",
                "${SET:+x} | expected $NAME or ${NAME}",
                "${UNSET:-${SET}} | a reference within a reference, which docker does not resolve",
                "${A!x} | expected $NAME or ${NAME}"
            })
    void tellsThePlaceOfAReferenceThatItCannotPutIn(String text, String problem) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> new Interpolation(VARIABLES).interpolate(text, ORIGIN))
                .withMessageStartingWith("compose.yml:41: ")
                .withMessageContaining(problem);
    }
}
