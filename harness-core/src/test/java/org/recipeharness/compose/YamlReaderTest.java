package org.recipeharness.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.recipe.Origin;

class YamlReaderTest {

    @Test
    void keepsTheTextTheFormAndTheLineOfEachScalar() {
        Yaml.Mapping root = read("a: 0444\nb: \"0444\"\n\nc: 'yes'\nd: |\n  two\n  lines\n");

        assertThat(root.entries().values())
                .containsExactly(
                        Scalar.plain("0444", new Origin("compose.yml", 1)),
                        Scalar.text("0444", new Origin("compose.yml", 2)),
                        Scalar.text("yes", new Origin("compose.yml", 4)),
                        Scalar.text("two\nlines\n", new Origin("compose.yml", 5)));
    }

    @Test
    void resolvesAnchorsAndMerges() {
        Yaml.Mapping app = read("""
                        x-common: &common
                          image: base:1
                          restart: always
                        services:
                          app:
                            <<: *common
                            image: app:2
                        """).mapping("services").mapping("app");

        assertThat(app.text("image")).contains("app:2");
        assertThat(app.text("restart")).contains("always");
        assertThat(app.entries()).doesNotContainKey("<<");
    }

    @Test
    void mergesSeveralMappingsTheFirstOfWhichWins() {
        Yaml.Mapping merged =
                read("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]\n").mapping("c");

        assertThat(merged.text("x")).contains("1");
        assertThat(merged.text("y")).contains("2");
    }

    @Test
    void tellsTheLineOfAKeyThatIsThereTwice() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("services:\n  app:\n    image: a\n    image: b\n"))
                .withMessageStartingWith("compose.yml:4: ")
                .withMessageContaining("image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services:\n\tapp: x\n",
                "services:\n  - a\n b: c\n",
                "a: 1\nb: [1, 2\n",
                "a: 1\nb: *nowhere\n",
                "a: 1\nb: \"open\n",
                "a: 1\n@b: 2\n"
            })
    void tellsWhereATextIsNotYaml(String text) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read(text))
                .withMessageMatching("(?s)compose\\.yml:[23]: this is not YAML: .+")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("null"));
    }

    @Test
    void tellsTheFileOfATextWithAForbiddenCharacter() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("a: \u0007\n"))
                .withMessageStartingWith("compose.yml")
                .withMessageContaining("this is not YAML: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n# only a comment\n", "- a\n- b\n", "just text\n"})
    void expectsAMapping(String text) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read(text))
                .withMessage("compose.yml:1: this is not a compose file: expected a mapping with 'services:' in it");
    }

    @Test
    void tellsTheLineOfAKeyThatIsNoSingleValue() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("a: 1\n? [b, c]\n: 2\n"))
                .withMessage("compose.yml:2: a key must be a single value");
    }

    @Test
    void takesATextThatIsTaggedAsOne() {
        assertThat(read("a: !!str 0444\n").find("a")).contains(Scalar.text("0444", new Origin("compose.yml", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x [*x]", "a: &x {b: *x}"})
    void tellsThatAnAnchorContainsItself(String text) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("compose.yml: this is nested too deeply, or an anchor contains itself");
    }

    @Test
    void tellsThatATextIsNestedTooDeeply() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read("a: " + "[".repeat(50_000)))
                .withMessageStartingWith("compose.yml: this is nested too deeply");
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 110, 500, 1_000, 2_000, 4_000, 8_000})
    void leavesRoomForAllThatIsDoneWithADeepTree(int levels) {
        String text = "services: {app: {image: a}}\na: " + "[".repeat(levels) + "]".repeat(levels);

        assertThatCode(() -> ComposeDocument.read("compose.yml", text, Variables.none()))
                .satisfies(thrown -> assertThat(thrown == null || thrown instanceof ComposeException)
                        .as("%s", thrown)
                        .isTrue());
    }

    @Test
    void refusesAnchorsThatStandForMillions() {
        var text = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 5; level++) {
            text.append("l%d: &l%d [%s]\n".formatted(level, level, ("*l" + (level - 1) + ", ").repeat(10)));
        }
        text.append("l5: [*l4, *l4, *l4, *l4, *l4, *l4]\n");

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> read(text.toString()))
                .withMessageContaining("more than 100000 pieces with its anchors put in");
    }

    private static Yaml.Mapping read(String text) {
        return new YamlReader("compose.yml").read(text);
    }
}
