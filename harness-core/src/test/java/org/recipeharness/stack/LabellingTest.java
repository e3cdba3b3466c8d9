package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.stack.ComposeTexts.LABELS;
import static org.recipeharness.stack.ComposeTexts.root;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml.Mapping;

class LabellingTest {

    private static final String SERVICE = "services: {app: {image: x, networks: [internal]}}\n";

    @Test
    void addsToTheMappingOfAServicesDeployLabels() {
        Mapping labels = labelled("services: {app: {image: x, deploy: {labels: {own: kept}}}}")
                .mapping("services")
                .mapping("app")
                .mapping("deploy")
                .mapping("labels");

        assertThat(labels.entries())
                .containsOnlyKeys("own", RunLabels.RUN, RunLabels.RECIPE, RunLabels.COMMIT, RunLabels.RENDERED);
        assertThat(labels.text("own")).contains("kept");
        assertThat(labels.text(RunLabels.COMMIT)).contains("0123456789abcdef");
    }

    @Test
    void addsToTheListOfAServicesDeployLabels() {
        Mapping labels = labelled("services: {app: {image: x, deploy: {labels: [own=kept]}}}")
                .mapping("services")
                .mapping("app")
                .mapping("deploy")
                .mapping("labels");

        assertThat(labels.entries())
                .containsOnlyKeys("own", RunLabels.RUN, RunLabels.RECIPE, RunLabels.COMMIT, RunLabels.RENDERED);
        assertThat(labels.text("own")).contains("kept");
    }

    @Test
    void tellsTwoContentsOfAServiceApart() {
        var labelling = new Labelling(LABELS, Map.of());
        Mapping one = root("services: {app: {image: x}}").mapping("services").mapping("app");
        Mapping other = root("services: {app: {image: x, init: true}}")
                .mapping("services")
                .mapping("app");

        assertThat(labelling.ofService("app", one)).isEqualTo(labelling.ofService("app", one));
        assertThat(labelling.ofService("app", one).get(RunLabels.RENDERED))
                .isNotEqualTo(labelling.ofService("app", other).get(RunLabels.RENDERED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"networks", "volumes", "secrets", "configs"})
    void labelsEachKindThatTheStackMakes(String kind) {
        Mapping things = labelled(
                        SERVICE + kind + ":\n  one:\n  two: {labels: {own: kept}}\n  three: {external: false}\n")
                .mapping(kind);

        assertThat(things.entries()).containsKeys("one", "two", "three");
        assertThat(things.entries().keySet())
                .allSatisfy(name -> assertThat(
                                things.mapping(name).mapping("labels").text(RunLabels.RUN))
                        .contains(LABELS.run()));
        assertThat(things.mapping("two").mapping("labels").text("own")).contains("kept");
    }

    @Test
    void keepsTheCommitFromVolumesAsEachUpgradeWouldReplaceTheTasksThatMountThem() {
        assertThat(labelled(SERVICE + "volumes:\n  one:\n")
                        .mapping("volumes")
                        .mapping("one")
                        .mapping("labels")
                        .text(RunLabels.COMMIT))
                .isEmpty();
        assertThat(labelled(SERVICE + "networks:\n  one:\n")
                        .mapping("networks")
                        .mapping("one")
                        .mapping("labels")
                        .text(RunLabels.COMMIT))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{external: true}", "{external: true, name: other}", "{external: {name: other}}"})
    void leavesAloneWhatOthersMade(String external) {
        for (String kind : new String[] {"networks", "volumes", "secrets", "configs"}) {
            String text = SERVICE + kind + ": {theirs: " + external + "}\n";

            assertThat(labelled(text).mapping(kind).find("theirs"))
                    .isEqualTo(root(text).mapping(kind).find("theirs"));
        }
    }

    @Test
    void tellsWhereLabelsAreNeitherListNorMapping() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> labelled("services:\n  app:\n    image: x\n    deploy:\n      labels: own\n"))
                .withMessage("compose.yml:5: 'labels' must be a list of name=value or a mapping");
    }

    private static Mapping labelled(String text) {
        return new Labelling(LABELS, Map.of()).apply(root(text));
    }
}
