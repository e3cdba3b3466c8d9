package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.stack.ComposeTexts.root;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.Yaml.Mapping;

class ExternalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{external: true} | proxy",
                "{external: \"true\"} | proxy",
                "{external: true, name: their-proxy} | their-proxy",
                "{external: {name: their-proxy}} | their-proxy",
                "{external: {}} | proxy"
            })
    void isWhatOthersMadeUnderItsOwnName(String thing, String name) {
        assertThat(External.is(network(thing))).isTrue();
        assertThat(External.name(network(thing), "proxy")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{external: false}", "{external: }", "{name: ours}", "{external: false, name: ours}"})
    void isNotWhatTheStackMakes(String thing) {
        assertThat(External.is(network(thing))).isFalse();
    }

    private static Mapping network(String thing) {
        return root("services: {app: {image: x}}\nnetworks: {proxy: " + thing + "}\n")
                .mapping("networks")
                .mapping("proxy");
    }
}
