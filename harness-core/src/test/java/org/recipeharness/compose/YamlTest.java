package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.recipe.Origin;

class YamlTest {

    private static final Origin OURS = Origin.of("the test");

    @ParameterizedTest
    @ValueSource(strings = {"a:", "a: ~", "a: null", "b: 1"})
    void hasNothingBehindAKeyWithoutAValue(String text) {
        Yaml.Mapping root = read(text);

        assertThat(root.find("a")).isEmpty();
        assertThat(root.text("a")).isEmpty();
        assertThat(root.mapping("a").entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: ''", "a: \"null\"", "a: '~'"})
    void hasATextBehindAKeyWithAQuotedOne(String text) {
        assertThat(read(text).find("a")).isPresent();
    }

    @Test
    void tellsThePlaceWhereSomethingElseStands() {
        Yaml.Mapping root = read("list:\n  - x\ntext: y\n");

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> root.mapping("text"))
                .withMessage("compose.yml:3: 'text' must be a mapping (key: value lines)");
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> root.text("list"))
                .withMessage("compose.yml:2: 'list' must be a single value");
    }

    @Test
    void isChangedByCopyWithItsOrderKept() {
        Yaml.Mapping root = read("a: 1\nb: 2\n");

        Yaml.Mapping changed = root.with("a", Scalar.text("new", OURS)).with("c", Scalar.text("3", OURS));

        assertThat(changed.entries().keySet()).containsExactly("a", "b", "c");
        assertThat(changed.text("a")).contains("new");
        assertThat(root.text("a")).contains("1");
    }

    private static Yaml.Mapping read(String text) {
        return new YamlReader("compose.yml").read(text);
    }
}
