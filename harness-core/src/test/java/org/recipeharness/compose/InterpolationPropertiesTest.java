package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.recipeharness.properties.ForAnyInput;
import org.recipeharness.recipe.Origin;

class InterpolationPropertiesTest {

    private static final Origin ORIGIN = new Origin("compose.yml", 3);

    @ForAnyInput
    void aTextWithoutDollarsIsItself(@ForAll("withoutDollars") String text) {
        assertThat(interpolated(text, Variables.none())).isEqualTo(text);
    }

    @ForAnyInput
    void doubledDollarsAreTheTextItself(@ForAll("pieces") String text, @ForAll("pieces") String value) {
        Variables variables = Variables.none().with("A", value, ORIGIN);

        assertThat(interpolated(text.replace("$", "$$"), variables)).isEqualTo(text);
    }

    @ForAnyInput
    void aValueIsPutInAsItIs(@ForAll("pieces") String value, @ForAll("withoutDollars") String around) {
        Variables variables = Variables.none().with("A", value, ORIGIN);

        assertThat(interpolated(around + "${A}" + around, variables)).isEqualTo(around + value + around);
    }

    @ForAnyInput
    void aWordStandsInForWhatIsNotSet(@ForAll("words") String word) {
        assertThat(interpolated("${A:-" + word + "}", Variables.none())).isEqualTo(word);
    }

    @ForAnyInput
    void aReferenceWithinAReferenceIsRefused(@ForAll("words") String word) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> interpolated("${A:-" + word + "${B}}", Variables.none()))
                .withMessageContaining("a reference within a reference");
    }

    @ForAnyInput
    void anyTextIsReadOrItsPlaceIsTold(@ForAll("pieces") String text) {
        try {
            interpolated(text, Variables.none().with("A", "$B", ORIGIN));
        } catch (ComposeException e) {
            assertThat(e).hasMessageStartingWith("compose.yml:3: ");
        }
    }

    @Provide
    Arbitrary<String> withoutDollars() {
        return Arbitraries.strings().excludeChars('$');
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().excludeChars('$', '}').ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of("$", "{", "}", ":", "-", "?", "+", "A", "B", "1", "é", "\\", "\n", " ", "${A", "${A:-")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    private static String interpolated(String text, Variables variables) {
        return new Interpolation(variables).interpolate(text, ORIGIN);
    }
}
