package org.recipeharness.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
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

    @Test
    void isACanonicalByItsAge() {
        assertThat(Base.named("canonical,canonical:2,1.0.0+1"))
                .containsExactly(new Base.Aged(1), new Base.Aged(2), new Base.Named("1.0.0+1"))
                .extracting(Base::toString)
                .startsWith("canonical:1", "canonical:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canonical:", "canonical:0", "canonical:last", "canonical:100"})
    void tellsAnAgeThatIsNone(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Base.named(written))
                .withMessageContaining("found '" + written + "', expected canonical:<age>");
    }

    @Test
    void isTheLastOneWhereOnlyOneIsWanted() {
        assertThat(Base.one(Optional.of("1.0.0+1,2.0.0+2"))).isEqualTo(new Base.Named("2.0.0+2"));
        assertThat(Base.one(Optional.of("all"))).isEqualTo(new Base.Nearest());
        assertThat(Base.one(Optional.empty())).isEqualTo(new Base.Nearest());
    }
}
