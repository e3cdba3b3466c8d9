package org.recipeharness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.fault.Party;
import org.recipeharness.report.json.ResultsJson;
import org.recipeharness.report.json.ResultsReader;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.Sweeps;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.TierResult;
import org.recipeharness.verdict.Blame;
import org.recipeharness.verdict.Measured;

class ResultsReaderTest {

    private final Path folder;

    ResultsReaderTest(@TempDir Path target) {
        this.folder = target.resolve("harness-report");
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        SweepResults written = Sweeps.mixed(folder.resolveSibling("surefire-reports/a page%#:.html"));
        new ResultsFolder(folder).write(written);

        SweepResults read = ResultsReader.read(folder);

        assertThat(read.recipes()).isEqualTo(written.recipes());
        assertThat(List.of(read.started(), read.seen(), read.over(), read.chosen()))
                .isEqualTo(List.of(written.started(), written.seen(), written.over(), written.chosen()));
        assertThat(read.order()).containsExactly("install", "upgrade", "custom", "reattach");
        assertThat(List.of(read.state(), read.outcome())).isEqualTo(List.of(written.state(), written.outcome()));
    }

    @Test
    void readsAPageThatLiesElsewhere() throws IOException {
        SweepResults written = Sweeps.of(true, Sweeps.red(Path.of("/elsewhere/page.html")));
        new ResultsFolder(folder).write(written);

        assertThat(ResultsReader.read(folder).recipes()).isEqualTo(written.recipes());
    }

    @Test
    void readsARunThatGoesOn() throws IOException {
        new ResultsFolder(folder).write(Sweeps.of(false, Sweeps.green("mumble")));

        assertThat(ResultsReader.read(folder).state()).isEqualTo("running");
    }

    @Test
    void readsWhoseARedIsByItself() throws IOException {
        var red = new RedCause(
                "Install.becomesReady",
                Optional.of("install"),
                TierOutcome.FAILED,
                "no registry",
                new Blame(Party.EXTERNAL, true),
                Optional.empty());
        new ResultsFolder(folder).write(Sweeps.of(true, Sweeps.with(red)));

        assertThat(ResultsReader.read(folder).recipes().get(0).reds()).containsExactly(red);
    }

    @Test
    void readsWhatTheMachineWasLikeAndWhatLoadWasPutOn() throws IOException {
        change(Map.of(
                "\"measured\" : null",
                "\"measured\" : {\"load\" : 2.5, \"cpu\" : null, \"free\" : 17, \"beside\" : 2}",
                "\"load\" : null",
                "\"load\" : \"pause:70s\""));

        RecipeResult read = ResultsReader.read(folder).recipes().get(0);

        assertThat(read.imposed()).hasValue("pause:70s");
        assertThat(read.measured())
                .isEqualTo(Optional.of(new Measured(
                        OptionalDouble.of(2.5),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalLong.of(17),
                        2)));
    }

    @Test
    void readsWhatTellsLess() throws IOException {
        change(Map.of("\"blame\"", "\"other\"", "\"begun\"", "\"other\""));

        RecipeResult read = ResultsReader.read(folder).recipes().get(0);

        assertThat(read.reds()).extracting(RedCause::blame).containsOnly(Blame.NONE);
        assertThat(read.tiers()).extracting(TierResult::begun).containsOnly(Optional.empty());
    }

    @Test
    void namesTheFileAndWhatIsWrongWithIt() throws IOException {
        assertThatThrownBy(() -> ResultsReader.read(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("results.json");

        change(Map.of("\"format\" : 1", "\"format\" : 99"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultsReader.read(folder))
                .withMessageContaining("results.json: found format 99, expected 1");

        change(Map.of("\"outcome\" : \"unverified\"", "\"outcome\" : \"odd\""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultsReader.read(folder))
                .withMessageContaining("found outcome 'odd', expected one of");
    }

    private void change(Map<String, String> texts) throws IOException {
        new ResultsFolder(folder).write(Sweeps.of(true, Sweeps.red(folder.resolve("page.html"))));
        Path file = folder.resolve(ResultsJson.FILE);
        String json = Files.readString(file);
        for (var text : texts.entrySet()) {
            assertThat(json).contains(text.getKey());
            json = json.replace(text.getKey(), text.getValue());
        }
        Files.writeString(file, json);
    }
}
