package org.recipeharness.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeVersionTest {

    @Test
    void hasTheRecipesPartAndTheAppsPart() {
        assertThat(version("3.5.3-rc.1+1.24.2-rootless"))
                .isEqualTo(new RecipeVersion(3, 5, 3, "rc.1", "1.24.2-rootless"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.0.0+1.14.3", "3.5.3+1.24.2-rootless", "0.3.0+v0.4.219", "1.0.0+v1.6.870-0", "1.0.0-rc.1+2"})
    void isWrittenAsItsTag(String tag) {
        assertThat(version(tag)).hasToString(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1.0.0", "v1.0.0+1.2", "1.0+1.2", "1.0.0+", "1.0.0 +1", "nightly", "1.0.0-+1", "1.0.0+1 2"})
    void isNotNamedByEveryTag(String tag) {
        assertThat(RecipeVersion.parse(tag)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0+v1.6.9, 1.0.0+v1.6.10",
        "1.0.0+v1.6.870-0, 1.0.0+v1.6.870-1",
        "0.9.0+3.5.0, 0.10.0+3.3.1",
        "1.9.9+9, 2.0.0+1",
        "1.0.9+1, 1.0.10+1",
        "1.0.0-rc.9+1, 1.0.0-rc.10+1",
        "1.0.0-rc.1+2, 1.0.0+1",
        "0.9.0+1, 1.0.0-rc.1+1"
    })
    void comesBefore(String earlier, String later) {
        assertThat(version(earlier)).isLessThan(version(later));
        assertThat(version(later)).isGreaterThan(version(earlier));
    }

    private static RecipeVersion version(String tag) {
        return RecipeVersion.parse(tag).orElseThrow();
    }
}
