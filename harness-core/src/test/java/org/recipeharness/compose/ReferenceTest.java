package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.recipeharness.compose.Reference.Otherwise;

class ReferenceTest {

    @Test
    void areFoundInTheirOrderWithWhatStandsInForThem() {
        assertThat(Reference.in("$A ${B} ${C:-d-e}${F-} ${G:?must} ${H?}"))
                .containsExactly(
                        new Reference("A", Otherwise.EMPTY, ""),
                        new Reference("B", Otherwise.EMPTY, ""),
                        new Reference("C", Otherwise.DEFAULT_WHEN_EMPTY, "d-e"),
                        new Reference("F", Otherwise.DEFAULT, ""),
                        new Reference("G", Otherwise.REQUIRED_NOT_EMPTY, "must"),
                        new Reference("H", Otherwise.REQUIRED, ""));
    }

    @Test
    void areNotWhatIsEscapedOrBroken() {
        assertThat(Reference.in("$$A $${B} $ ${ ${1} costs 5$")).isEmpty();
    }
}
