package org.recipeharness.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"gitea", "mattermost-lts", "backup-bot-two", "custom_html", "0x0", "a.b"})
    void isWhatACatalogueCanHold(String text) {
        assertThat(new RecipeName(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Gitea", "../gitea", "-gitea", ".gitea", "a/b", "a b", "gitea\n"})
    void isNeverAPathOrAnOption(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecipeName(text))
                .withMessageStartingWith("Reading a recipe's name: found '" + text + "'")
                .withMessageContaining("such as mattermost-lts");
    }
}
