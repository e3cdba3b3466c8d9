package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.settings.Setting;

class ListedRecipesTest {

    private final Path folder;

    ListedRecipesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private FixtureRun run() {
        return FixtureRun.in(folder).with(Setting.DOMAIN, "").eachOnItsOwn();
    }

    private static Map<String, String> outcomes(LaunchedRun run) {
        var outcomes = new TreeMap<String, String>();
        for (JsonNode recipe : run.json().path("recipes")) {
            String name = recipe.path("class").asText();
            outcomes.put(
                    recipe.path("recipe").asText() + " by " + name.substring(name.indexOf('$') + 1),
                    recipe.path("outcome").asText() + " "
                            + recipe.path("tests").path("ended").asInt() + "/"
                            + recipe.path("tests").path("expected").asInt());
        }
        return outcomes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void takesEachListedRecipeThroughTheTemplateBesideThoseWithAClass(String parallel) {
        LaunchedRun run = run().with(Setting.RECIPES, "other, sample,aged,other")
                .with(Setting.PARALLEL, parallel)
                .launched(ListedTestCases.Any.class, ListedTestCases.Sample.class);

        assertThat(outcomes(run))
                .as(run.console())
                .isEqualTo(Map.of(
                        "other by Any", "passed 5/5", "aged by Any", "passed 5/5", "sample by Sample", "passed 1/1"));
        for (JsonNode recipe : run.json().path("recipes")) {
            assertThat(recipe.path("seconds").asDouble()).isPositive();
        }
        assertThat(run.refusal()).isEmpty();
        assertThat(run.console()).contains("other  begins", "aged  begins", "3 of 3");
    }

    @Test
    void takesTheChosenRecipeAloneWhateverIsListed() {
        LaunchedRun run = run().with(Setting.RECIPES, "other,aged")
                .with(Setting.RECIPE, "aged")
                .with(Setting.TIER, "custom")
                .launched(ListedTestCases.Any.class, ListedTestCases.Sample.class);

        assertThat(outcomes(run)).isEqualTo(Map.of("aged by Any", "passed 1/1"));
        JsonNode tiers = run.json().path("recipes").path(0).path("tiers");
        assertThat(tiers.path(0).path("reason").asText()).isEqualTo("not chosen");
        assertThat(tiers.path(1).path("outcome").asText()).isEqualTo("passed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sample"})
    void leavesTheTemplateOutWhereNothingIsListedThatHasNoClass(String listed) {
        LaunchedRun run =
                run().with(Setting.RECIPES, listed).launched(ListedTestCases.Any.class, ListedTestCases.Sample.class);

        assertThat(outcomes(run)).containsOnlyKeys("sample by Sample");
    }

    @Test
    void isRedForOneRecipeAndGoesOnWithTheNext() {
        LaunchedRun run = run().with(Setting.RECIPES, "nowhere,other").launched(ListedTestCases.Any.class);

        assertThat(outcomes(run)).isEqualTo(Map.of("nowhere by Any", "failed 5/5", "other by Any", "passed 5/5"));
        assertThat(run.json()
                        .path("recipes")
                        .path(0)
                        .path("failures")
                        .path(0)
                        .path("evidence")
                        .asText())
                .contains("nowhere-install");
    }

    @Test
    void saysOfEachRecipeWhyTheTemplateHasFailed() {
        LaunchedRun run = run().with(Setting.RECIPES, "aged,other").launched(ListedTestCases.FailsBeforeAll.class);

        assertThat(outcomes(run))
                .isEqualTo(Map.of("aged by FailsBeforeAll", "failed 0/1", "other by FailsBeforeAll", "failed 0/1"));
        for (JsonNode recipe : run.json().path("recipes")) {
            assertThat(recipe.path("failures").path(0).path("cause").asText()).isEqualTo("the node is gone");
        }
    }

    @Test
    void saysOfEachRecipeWhyItWasLeftOut() {
        LaunchedRun run = run().with(Setting.RECIPES, "aged,other").launched(ListedTestCases.Off.class);

        assertThat(outcomes(run)).isEqualTo(Map.of("aged by Off", "not run 0/1", "other by Off", "not run 0/1"));
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void missesARecipeThatTheTemplateWasNeverInvokedFor() {
        LaunchedRun run = run().with(Setting.RECIPES, "aged,other").launched(ListedTestCases.Forgotten.class);

        assertThat(outcomes(run)).containsEntry("other by Forgotten", "not run 0/1");
        assertThat(run.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal).hasMessageContaining("other: all of its tests"));
    }
}
