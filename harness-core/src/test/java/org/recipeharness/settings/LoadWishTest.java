package org.recipeharness.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadWishTest {

    @ParameterizedTest
    @ValueSource(strings = {"pause:70s", "cpu:10%", "cpu:100%", "io:4", "mumble/pause:70s,cpu:5%,io:16"})
    void isWrittenAsItIsRead(String text) {
        assertThat(LoadWish.parse(text)).hasToString(text);
    }

    @Test
    void isPutOnOneRecipeAloneWhereThatIsNamed() {
        Sweeping sweeping = sweeping("mumble/pause:70s, cpu:10%");

        assertThat(sweeping.loadOn("mumble")).containsExactly(new Load.Pause(Duration.ofSeconds(70)), new Load.Cpu(10));
        assertThat(sweeping.loadOn("gitea")).isEmpty();
    }

    @Test
    void isPutOnAllWhereNoneIsNamed() {
        assertThat(sweeping("io:4").loadOn("gitea")).containsExactly(new Load.Io(4));
    }

    private static Sweeping sweeping(String load) {
        return Settings.of(Map.of(Setting.LOAD.key(), load)).sweeping();
    }
}
