package org.recipeharness.recipes.mumble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTypeTest {

    @ParameterizedTest
    @CsvSource({"0, VERSION", "5, SERVER_SYNC", "15, CRYPT_SETUP", "21, CODEC_VERSION", "26, PLUGIN_DATA_TRANSMISSION"})
    void numbersAreThoseOfTheProtocol(int number, MessageType type) {
        assertThat(MessageType.of(number)).contains(type);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsOwnNumber(MessageType type) {
        assertThat(MessageType.of(type.number())).contains(type);
    }

    @ParameterizedTest
    @ValueSource(ints = {27, 65_535, -1})
    void doesNotKnowOtherNumbers(int number) {
        assertThat(MessageType.of(number)).isEmpty();
    }

    @Test
    void numbersHaveNoGap() {
        assertThat(MessageType.values()).extracting(MessageType::number).contains(0, MessageType.values().length - 1);
    }
}
