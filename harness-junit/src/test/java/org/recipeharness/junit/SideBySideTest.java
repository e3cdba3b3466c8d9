package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.junit.SideBySideTestCases.Alone;
import org.recipeharness.junit.SideBySideTestCases.One;
import org.recipeharness.junit.SideBySideTestCases.OneAgain;
import org.recipeharness.junit.SideBySideTestCases.Plain;
import org.recipeharness.junit.SideBySideTestCases.Three;
import org.recipeharness.junit.SideBySideTestCases.Two;
import org.recipeharness.settings.Setting;

class SideBySideTest {

    private static final String PARALLEL = "junit.jupiter.execution.parallel.";

    private final Path folder;

    SideBySideTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private FixtureRun run(String parallel) {
        return FixtureRun.in(folder)
                .with(Setting.PARALLEL, parallel)
                .with(Setting.DOMAIN, "")
                .eachOnItsOwn();
    }

    private static void requireGreen(LaunchedRun run, int tests) {
        assertThat(run.json().path("outcome").asText()).as(run.console()).isEqualTo("passed");
        int ended = 0;
        for (var recipe : run.json().path("recipes")) {
            ended += recipe.path("tests").path("ended").asInt();
        }
        assertThat(ended).isEqualTo(tests);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void runsAsManyRecipesAtOnceAsItIsTold(int recipes) {
        SideBySideTestCases.expect(recipes);

        LaunchedRun run = run(String.valueOf(recipes)).launched(One.class, Two.class, Three.class);

        requireGreen(run, 6);
        assertThat(SideBySideTestCases.most()).isEqualTo(recipes);
    }

    @Test
    void runsClassesOfOneRecipeOneAfterTheOther() {
        SideBySideTestCases.expectNobody();

        LaunchedRun run = run("2").launched(One.class, OneAgain.class);

        requireGreen(run, 4);
        assertThat(SideBySideTestCases.most()).isEqualTo(1);
    }

    @Test
    void runsOneRecipeAtATimeWhereOnlyTheSuiteIsParallel() {
        SideBySideTestCases.expectNobody();

        LaunchedRun run = run("1").told(PARALLEL + "enabled", "true")
                .told(PARALLEL + "config.strategy", "fixed")
                .told(PARALLEL + "config.fixed.parallelism", "3")
                .launched(One.class, Two.class, Three.class, Plain.class);

        requireGreen(run, 6);
        assertThat(SideBySideTestCases.most()).isEqualTo(1);
        assertThat(SideBySideTestCases.alone()).containsExactly("plain");
    }

    @Test
    void leavesAnIsolatedClassAlone() {
        SideBySideTestCases.expect(2);

        LaunchedRun run = run("2").launched(Alone.class, One.class, Two.class);

        requireGreen(run, 4);
        assertThat(SideBySideTestCases.alone()).containsExactly("isolated");
    }

    @Test
    void winsOverTheSuiteAndNotOverItsUser() {
        String threads = PARALLEL + "config.fixed.parallelism";
        assertThat(during(Map.of("harness.parallel", "4")))
                .contains(entry(threads, "4"), entry(PARALLEL + "config.fixed.max-pool-size", "4"))
                .containsEntry(PARALLEL + "enabled", "true");
        assertThat(during(Map.of("harness.parallel", "1"))).isEmpty();
        assertThat(during(Map.of("harness.parallel", "4", PARALLEL + "enabled", "false")))
                .containsOnly(entry(PARALLEL + "enabled", "false"));
        assertThat(during(Map.of("harness.parallel", "4", threads, "2"))).containsEntry(threads, "2");
        assertThat(during(Map.of("harness.parallel", "many"))).isEmpty();
    }

    private static Map<String, String> during(Map<String, String> properties) {
        return SystemSettings.during(properties, () -> {
            var before = parallel();
            Map<String, String> meanwhile;
            try (var begun = SideBySide.begin()) {
                assertThat(begun.set())
                        .allSatisfy((key, value) -> assertThat(before).doesNotContainKey(key));
                meanwhile = parallel();
            }
            assertThat(parallel()).isEqualTo(before);
            return meanwhile;
        });
    }

    private static Map<String, String> parallel() {
        var found = new TreeMap<String, String>();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PARALLEL))
                .forEach(name -> found.put(name, System.getProperty(name)));
        return found;
    }
}
