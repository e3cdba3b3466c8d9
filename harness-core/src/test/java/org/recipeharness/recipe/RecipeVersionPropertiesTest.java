package org.recipeharness.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.recipeharness.properties.ForAnyInput;

class RecipeVersionPropertiesTest {

    @ForAnyInput
    void readsBackWhatItPrints(@ForAll("versions") RecipeVersion version) {
        assertThat(RecipeVersion.parse(version.toString())).contains(version);
    }

    @ForAnyInput
    void readsAnyTextOrNone(@ForAll String text) {
        assertThat(RecipeVersion.parse(text).map(RecipeVersion::toString).flatMap(RecipeVersion::parse))
                .isEqualTo(RecipeVersion.parse(text));
    }

    @ForAnyInput
    void ordersTwoEitherWay(@ForAll("versions") RecipeVersion one, @ForAll("versions") RecipeVersion other) {
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(one)));
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    }

    @ForAnyInput
    void ordersThreeInALine(
            @ForAll("versions") RecipeVersion one,
            @ForAll("versions") RecipeVersion two,
            @ForAll("versions") RecipeVersion three) {
        var sorted = new ArrayList<>(List.of(one, two, three));
        Collections.sort(sorted);

        assertThat(sorted.get(0)).isLessThanOrEqualTo(sorted.get(1)).isLessThanOrEqualTo(sorted.get(2));
        assertThat(sorted.get(1)).isLessThanOrEqualTo(sorted.get(2));
    }

    @Provide
    Arbitrary<RecipeVersion> versions() {
        // Few different parts, so that mostly the last one decides.
        Arbitrary<Integer> part = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(0, 999_999_999)));
        Arbitrary<String> preRelease = Arbitraries.oneOf(
                Arbitraries.just(""), Arbitraries.strings().withChars("01.a-").ofMaxLength(4));
        // Few characters, a digit that is not ASCII's among them; and any, so that there is no other surprise.
        Arbitrary<String> app = Arbitraries.oneOf(
                Arbitraries.strings().withChars("019v.-٣").ofMinLength(1).ofMaxLength(5),
                Arbitraries.strings()
                        .excludeChars(' ', '\t', '\n', '\u000b', '\f', '\r')
                        .ofMinLength(1)
                        .ofMaxLength(6));
        return Combinators.combine(part, part, part, preRelease, app).as(RecipeVersion::new);
    }
}
