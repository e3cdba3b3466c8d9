package org.recipeharness.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TierValuesTest {

    @ParameterizedTest
    @EnumSource
    void findATierByItsWord(Tier tier) {
        assertThat(tier.word()).isEqualTo(tier.name().toLowerCase(Locale.ROOT));
        assertThat(Tier.of(tier.word())).isEqualTo(tier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "instal", "INSTALL"})
    void listTheKnownTiersForAnotherWord(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tier.of(word))
                .withMessageStartingWith(
                        "Reading a tier's name: found '" + word + "', expected one of look, install, ");
    }

    @Test
    void tellOneRunFromAnother() {
        var ids = new HashSet<String>();
        for (int i = 0; i < 20; i++) {
            ids.add(RunId.random().text());
        }

        assertThat(ids).hasSize(20).allMatch(text -> text.matches("\\d{8}-\\d{6}-[0-9a-f]{6}"));
    }

    @Test
    void giveADomainTheLastDigitsOfARun() {
        assertThat(new RunId("20261124-220531-1f0c3a").shortForm()).isEqualTo("1f0c3a");
        assertThat(new RunId("20261124-220531-1f0c3a")).hasToString("20261124-220531-1f0c3a");
    }

    @Test
    void sayWhatIsUnverifiedWithoutAReasonToo() {
        var failure = new IllegalStateException();

        assertThat(UnverifiedException.behind("install", failure))
                .hasMessage("Unverified: install failed before: null")
                .hasCause(failure);
        assertThat(new UnverifiedException("no assertion ran"))
                .hasMessage("Unverified: no assertion ran")
                .hasNoCause();
    }
}
