package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.recipeharness.app.Masking;
import org.recipeharness.canonical.Canonical;
import org.recipeharness.canonical.GoodVersion;
import org.recipeharness.canonical.Registry;
import org.recipeharness.data.Seeded;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.settings.Setting;

/** Lets JUnit's launcher run {@link SweepTestCases}, and reads what is left. */
class SweepListenerTest {

    private final Path folder;

    SweepListenerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void tellsEachRecipeAndTierOfTheRun() {
        LaunchedRun run = FixtureRun.in(folder)
                .launched(SweepTestCases.Green.class, SweepTestCases.Red.class, SweepTestCases.WithoutUpgrade.class);

        assertThat(run.json().get("format").asInt()).isEqualTo(1);
        assertThat(run.json().get("state").asText()).isEqualTo("complete");
        assertThat(run.json().get("outcome").asText()).isEqualTo("failed");
        assertThat(tiers(run.recipe("sample")))
                .containsExactly(Map.entry("install", "passed"), Map.entry("custom", "passed"));
        assertThat(tiers(run.recipe("other")))
                .containsExactly(
                        Map.entry("install", "passed"), Map.entry("custom", "failed: it answered: " + Masking.MASK));
        assertThat(tiers(run.recipe("aged")))
                .containsExactly(
                        Map.entry("install", "passed"),
                        Map.entry("upgrade", "not applicable: moving tag"),
                        Map.entry("other tests", "not run: Assumption failed: nothing to see here"));
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void tellsTheVersionTheCommandAndTheBudgets() {
        JsonNode sample =
                FixtureRun.in(folder).launched(SweepTestCases.Green.class).recipe("sample");

        assertThat(sample.get("ref").asText()).isEqualTo("1.0.0+1.0.0");
        assertThat(sample.get("commit").asText()).matches("[0-9a-f]{40}");
        assertThat(sample.get("command").asText())
                .startsWith("mvn test -Drecipe=sample -Dref=1.0.0+1.0.0")
                .doesNotContain("harness.report");
        assertThat(sample.at("/tiers/0/readiness/0").asText()).contains("at-once");
        assertThat(sample.at("/tiers/0/seconds").asDouble()).isPositive();
        assertThat(Instant.parse(sample.at("/tiers/0/begun").asText()))
                .isBefore(Instant.parse(sample.at("/tiers/1/begun").asText()));
        assertThat(sample.at("/tests/expected").asInt()).isEqualTo(6);
        assertThat(sample.at("/tests/ended").asInt()).isEqualTo(5);
        assertThat(sample.at("/tests/skipped/0/test").asText()).isEqualTo("Custom.sings");
        assertThat(sample.at("/tests/skipped/0/reason").asText()).contains("until it can");
    }

    @Test
    void tellsTheCanonicalThatTheRecipeHas() {
        var promoted = Instant.parse("2026-01-01T22:00:00Z");
        new Registry(folder.resolve("canonicals"))
                .write(Canonical.first(
                        new RecipeName("sample"),
                        new GoodVersion(
                                "0.9.0+1.0.0",
                                "b".repeat(40),
                                "warm-sample.example.test",
                                Map.of(),
                                List.of(),
                                Optional.empty(),
                                new Seeded(List.of(), List.of()),
                                promoted,
                                "20260101-220000-abcdef",
                                List.of())));

        LaunchedRun run = FixtureRun.in(folder).launched(SweepTestCases.Green.class);

        assertThat(run.recipe("sample").at("/canonical/ref").asText()).isEqualTo("0.9.0+1.0.0");
        assertThat(run.recipe("sample").at("/canonical/promoted").asText()).isEqualTo(promoted.toString());
        assertThat(run.text("index.html")).contains("0.9.0+1.0.0, promoted 2026-01-01 22:00 UTC");
    }

    @Test
    void aCanonicalThatCannotBeReadIsToldAndHidesNothing() throws IOException {
        Files.createDirectories(folder.resolve("canonicals/sample"));
        Files.writeString(folder.resolve("canonicals/sample/canonical.json"), "{}");

        LaunchedRun run = FixtureRun.in(folder).launched(SweepTestCases.Green.class);

        assertThat(run.recipe("sample").get("outcome").asText()).isEqualTo("passed");
        assertThat(run.recipe("sample").at("/remarks/0").asText())
                .startsWith("Its canonical can't be told: ")
                .contains("canonical.json");
    }

    @Test
    void aRedTestHasItsCauseAndTheWayToItsPageWithoutAnySecret() {
        LaunchedRun run = FixtureRun.in(folder).launched(SweepTestCases.Red.class);

        JsonNode failure = run.recipe("other").at("/failures/0");
        assertThat(failure.get("test").asText()).isEqualTo("Custom.answers");
        assertThat(failure.get("cause").asText()).isEqualTo("it answered: " + Masking.MASK);
        assertThat(folder.resolve("report").resolve(failure.get("evidence").asText()))
                .isRegularFile();
        assertThat(run.text("index.html"))
                .contains("href=\"" + failure.get("evidence").asText() + "\"", "it answered: " + Masking.MASK);
        assertThat(run.text("badge-other.svg")).contains("failed");
        assertNothingTells(run);
    }

    @Test
    void aFailureBehindTheTestsIsToldWithoutAnySecretToo() {
        LaunchedRun run = FixtureRun.in(folder).launched(SweepTestCases.FailsBehindItsTests.class);

        assertThat(tiers(run.recipe("other"))).containsExactly(Map.entry("install", "passed"));
        assertThat(run.recipe("other").get("outcome").asText()).isEqualTo("failed");
        assertThat(run.recipe("other").at("/failures/0/cause").asText()).isEqualTo("left behind: " + Masking.MASK);
        assertNothingTells(run);
    }

    @Test
    void aFailureBeforeTheTestsIsTheReasonWhyNoTierHasRun() {
        LaunchedRun run = FixtureRun.in(folder).launched(SweepTestCases.FailsBeforeItsTests.class);

        assertThat(tiers(run.recipe("sample")))
                .containsExactly(Map.entry("custom", "not run: its class: the node is gone"));
        assertThat(run.recipe("sample").at("/failures/0/test").asText()).isEqualTo("FailsBeforeItsTests");
        assertThat(run.recipe("sample").at("/tests/missing")).isEmpty();
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void whatADeployThatFailedLeavesUnverifiedIsToldAsThat() {
        LaunchedRun run =
                FixtureRun.in(folder).on(swarm -> swarm.crashLoop("db")).launched(SweepTestCases.Green.class);

        assertThat(tiers(run.recipe("sample")))
                .hasEntrySatisfying("install", told -> assertThat(told).startsWith("failed: Service 'db'"))
                .hasEntrySatisfying("custom", told -> assertThat(told).startsWith("unverified: Unverified: "));
    }

    @Test
    void theConsoleTellsEachBeginAndEndAndALineARecipe() {
        LaunchedRun run = FixtureRun.in(folder).launched(SweepTestCases.Green.class, SweepTestCases.Red.class);

        assertThat(run.console().lines())
                .contains("sample  begins, 1 of 2", "other  begins, 2 of 2")
                .anyMatch(line -> line.matches("sample  1\\.0\\.0\\+1\\.0\\.0  PASSED  2 of 2 passed  [0-9.]+ s"))
                .anyMatch(line -> line.matches("other   1\\.0\\.0\\+1\\.0\\.0  FAILED  custom failed, 1 of 2 passed"
                        + "  [0-9.]+ s  it answered: \\Q" + Masking.MASK + "\\E"))
                .anyMatch(line -> line.startsWith("Recipes: 2, FAILED, "))
                .noneMatch(line -> line.contains("\u001B"));
    }

    @Test
    void dataOfAGreenRecipeThatNothingCoversStandsInAllResults() {
        LaunchedRun run = FixtureRun.in(folder)
                .on(swarm -> swarm.writesOutside("/srv/notes.txt", "/tmp/upload"))
                .launched(UpgradeTestCases.Aged.class);

        String gap = "files of service 'app' outside of every volume, lost with its container: /srv/notes.txt";
        assertThat(run.recipe("aged").get("outcome").asText()).isEqualTo("passed");
        assertThat(run.recipe("aged").at("/data/notCovered")).hasSize(1);
        assertThat(run.recipe("aged").at("/data/notCovered/0").asText()).isEqualTo(gap);
        assertThat(run.recipe("aged").at("/data/restoreProved").asBoolean()).isFalse();
        assertThat(run.console().lines()).contains("  not covered: " + gap);
        assertThat(run.text("index.html")).contains("/srv/notes.txt");
    }

    @Test
    void whatIsNotToRunIsToldWithItsReason() {
        LaunchedRun run = FixtureRun.in(folder).launched(SweepTestCases.Off.class);

        assertThat(run.recipe("sample").get("outcome").asText()).isEqualTo("not run");
        assertThat(run.recipe("sample").at("/tests/skipped/0/reason").asText()).contains("the recipe is archived");
        assertThat(run.recipe("sample").at("/tests/missing")).isEmpty();
        assertThat(run.refusal()).isEmpty();
    }

    @Test
    void aTierThatWasNotChosenIsToldAsThat() {
        LaunchedRun run = FixtureRun.in(folder).with(Setting.TIER, "install").launched(SweepTestCases.Green.class);

        assertThat(run.json().at("/chosen/tier").asText()).isEqualTo("install");
        assertThat(tiers(run.recipe("sample")))
                .containsExactly(Map.entry("install", "passed"), Map.entry("custom", "not run: not chosen"));
        assertThat(run.recipe("sample").get("outcome").asText()).isEqualTo("passed");
    }

    @Test
    void settingsThatAreWrongAreToldAndStillLeaveResults() {
        LaunchedRun run =
                FixtureRun.in(folder).with(Setting.KEEP, "perhaps").launched(SweepTestCases.Misconfigured.class);

        assertThat(run.recipe("sample").get("outcome").asText()).isEqualTo("failed");
        assertThat(run.recipe("sample").at("/failures/0/test").asText()).isEqualTo("Misconfigured");
    }

    @Test
    void aRunThatEndsWithoutItsTestsIsIncompleteAndMakesTheLauncherFail() {
        LaunchedRun run = FixtureRun.in(folder)
                .launched(
                        LauncherConfig.builder()
                                .enableTestEngineAutoRegistration(false)
                                .addTestEngines(new StoppingEngine())
                                .build(),
                        SweepTestCases.Green.class,
                        SweepTestCases.Red.class,
                        SweepTestCases.Plain.class);

        assertThat(run.json().get("state").asText()).isEqualTo("incomplete");
        assertThat(run.json().get("outcome").asText()).isEqualTo("not run");
        assertThat(run.recipe("sample").at("/tests/missing")).hasSize(6);
        assertThat(run.recipe("other").at("/tests/missing")).hasSize(5);
        assertThat(run.text("badge-sample.svg")).contains("not run");
        assertThat(run.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal)
                        .hasMessageContaining("nothing was heard of these tests")
                        .hasMessageContaining("sample: ")
                        .hasMessageContaining("Install.becomesReady"));
    }

    @Test
    void aRunWithoutARecipeLeavesNothing() {
        LaunchedRun run = FixtureRun.in(folder).launched(SweepTestCases.Plain.class);

        assertThat(run.report()).doesNotExist();
        assertThat(run.console()).isEmpty();
    }

    @Test
    void resultsThatCannotBeWrittenChangeNothingElse() throws IOException {
        Path blocked = Files.writeString(folder.resolve("a-file"), "");

        LaunchedRun run =
                FixtureRun.in(folder).with(Setting.REPORT, blocked.toString()).launched(SweepTestCases.Green.class);

        assertThat(run.console()).contains("Recipes: 1, PASSED");
        assertThat(run.refusal()).isEmpty();
    }

    private static Map<String, String> tiers(JsonNode recipe) {
        var told = new LinkedHashMap<String, String>();
        for (JsonNode tier : recipe.get("tiers")) {
            JsonNode reason = tier.get("reason");
            told.put(
                    tier.get("tier").asText(),
                    tier.get("outcome").asText() + (reason.isNull() ? "" : ": " + reason.asText()));
        }
        return told;
    }

    private static void assertNothingTells(LaunchedRun run) {
        assertThat(run.console() + run.text("results.json") + run.text("index.html"))
                .doesNotContain(SweepTestCases.SECRET);
    }
}
