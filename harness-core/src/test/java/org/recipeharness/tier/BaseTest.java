package org.recipeharness.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {

    @Test
    void isEachReleaseThatIsNamed() {
        assertThat(Base.named("1.0.0+1, 2.0.0+2,"))
                .containsExactly(new Base.Named("1.0.0+1"), new Base.Named("2.0.0+2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", " , "})
    void tellsThatNoneIsNamed(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Base.named(written))
                .withMessage(
                        "Reading -Dfrom=: found '" + written + "', expected releases with commas between them, or all");
    }
}
