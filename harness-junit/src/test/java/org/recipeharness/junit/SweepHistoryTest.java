package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.history.History;
import org.recipeharness.history.Identity;
import org.recipeharness.history.Recollection;
import org.recipeharness.history.Remembered;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.settings.Setting;

/** Lets JUnit's launcher run {@link SweepTestCases} again and again, with one history. */
class SweepHistoryTest {

    private final Path folder;

    SweepHistoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void eachRunIsRememberedWithItsBudgetsAndImages() {
        remembering().launched(SweepTestCases.Green.class, SweepTestCases.Red.class);
        remembering().launched(SweepTestCases.Green.class);

        Recollection sample = known("sample", SweepTestCases.Green.class);
        assertThat(sample.runs())
                .extracting(Remembered::outcome)
                .containsExactly(TierOutcome.PASSED, TierOutcome.PASSED);
        assertThat(sample.runs().get(0).tiers().get(0).readiness())
                .singleElement()
                .satisfies(used -> {
                    assertThat(used.probe()).isEqualTo("at-once");
                    assertThat(used.attempts()).isEqualTo(1);
                });
        assertThat(sample.runs().get(0).identity().map(Identity::images))
                .hasValueSatisfying(images -> assertThat(images.values())
                        .isNotEmpty()
                        .allSatisfy(digest -> assertThat(digest).startsWith("sha256:")));
        assertThat(sample.runs().get(0).identity())
                .isEqualTo(sample.runs().get(1).identity());
        assertThat(known("other", SweepTestCases.Red.class).runs())
                .singleElement()
                .satisfies(run -> assertThat(run.reds().get(0).test()).isEqualTo("Custom.answers"));
    }

    @Test
    void noSecretIsRemembered() throws IOException {
        remembering().launched(SweepTestCases.Red.class);

        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .doesNotContain(SweepTestCases.SECRET);
    }

    @Test
    void theResultsTellWhatEarlierRunsDo() {
        JsonNode first = remembering().launched(SweepTestCases.Green.class).recipe("sample");
        JsonNode second = remembering().launched(SweepTestCases.Green.class).recipe("sample");

        assertThat(first.at("/past/changes/0/kind").asText()).isEqualTo("first seen");
        assertThat(second.at("/past/changes")).isEmpty();
        assertThat(second.at("/past/outcomes/0/outcome").asText()).isEqualTo("passed");
        assertThat(second.at("/past/lastGreen/commit")).isEqualTo(second.get("commit"));
    }

    @Test
    void withoutAHistoryNothingIsWrittenOrTold() {
        LaunchedRun run = FixtureRun.in(folder).launched(SweepTestCases.Green.class);

        assertThat(run.recipe("sample").get("past").isNull()).isTrue();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aHistoryThatCannotBeReadIsToldAndFailsNothing() throws IOException {
        Files.writeString(file(), "no database ".repeat(1000));

        LaunchedRun run = remembering().launched(SweepTestCases.Green.class);

        assertThat(run.recipe("sample").get("outcome").asText()).isEqualTo("passed");
        assertThat(run.json().at("/remarks/0").asText())
                .startsWith("This run has no history: ")
                .contains("it is damaged", file().toString());
        assertThat(run.text("index.html")).contains("This run has no history: ");
        assertThat(Files.readString(file())).startsWith("no database no database");
        assertThat(run.refusal()).isEmpty();
    }

    private FixtureRun remembering() {
        return FixtureRun.in(folder).with(Setting.HISTORY, file().toString());
    }

    private Path file() {
        return folder.resolve("history.db");
    }

    private Recollection known(String recipe, Class<?> testClass) {
        return new History(file()).of(recipe, testClass.getName(), Map.of());
    }
}
