package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackNameTest {

    @Test
    void isTheDomainWithUnderscoresForDots() {
        assertThat(StackName.of("backup-bot.lab.example.org")).hasToString("backup-bot_lab_example_org");
    }

    @Test
    void mayHave45Characters() {
        assertThat(new StackName("a".repeat(45)).text()).hasSize(45);
    }

    @Test
    void mayNotHaveMoreAndSaysWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackName.of("a".repeat(40) + ".lab.test"))
                .withMessageContaining("(49 characters)")
                .withMessageContaining("at most 45")
                .withMessageEndingWith(
                        "Choose a shorter domain with -Dharness.domain or a shorter zone with -Dharness.zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "_a", "a.b", "a b", "a/b", "é"})
    void hasOnlyCharactersThatDockerTakes(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StackName(text));
    }
}
