package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.stack.ComposeTexts.LABELS;
import static org.recipeharness.stack.ComposeTexts.root;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.Yaml.Mapping;

class DefaultNetworkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: {app: {image: x}}",
                "services: {app: {image: x, networks: }}",
                "services: {app: {image: x, networks: [internal]}, db: {image: y}}",
                "services: {app: {image: x, networks: [default, internal]}}",
                "services: {app: {image: x, networks: {default: , internal: }}}",
                "services: {app: {image: x}}\nnetworks: {default: {driver: overlay}}",
                "services: {app: {image: x}}\nnetworks: {default: }"
            })
    void isDeclaredWithLabelsWhereAServiceIsOnIt(String text) {
        assertThat(networks(text).mapping("default").mapping("labels").text(RunLabels.RUN))
                .contains(LABELS.run());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: {app: {image: x, networks: [internal]}}\nnetworks: {internal: }",
                "services: {app: {image: x, networks: {internal: {aliases: [default]}}}}\nnetworks: {internal: }"
            })
    void isNotMadeWhereNoServiceIsOnIt(String text) {
        assertThat(networks(text).entries()).containsOnlyKeys("internal");
    }

    private static Mapping networks(String text) {
        return new Labelling(LABELS, Map.of()).apply(root(text)).mapping("networks");
    }
}
