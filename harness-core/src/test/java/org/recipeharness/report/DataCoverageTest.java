package org.recipeharness.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.report.html.ResultsPage;
import org.recipeharness.report.json.ResultsJson;
import org.recipeharness.report.json.ResultsReader;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.Links;
import org.recipeharness.report.model.Past;
import org.recipeharness.report.model.PastOutcome;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.Sweeps;
import org.recipeharness.report.model.TierOutcome;

/** What a green recipe says of the data that its restore does not cover. */
class DataCoverageTest {

    private static final Links LINKS = new Links(Path.of("target/harness-report"));
    private static final String OUTSIDE = "files of service 'app' outside of every volume: /pinboard/notes.txt";
    private static final String READ_ONLY = "volume 'shown': no running service can write to it";
    private static final String EXCLUDED = "volume 'cache' is not saved: no label names it";

    private static final DataCoverage COMPLETE =
            new DataCoverage(List.of("volume 'content'"), List.of(), List.of(), true);
    private static final DataCoverage PARTIAL = new DataCoverage(
            List.of("volume 'content'"), List.of(OUTSIDE, READ_ONLY), List.of(OUTSIDE, EXCLUDED), false);

    @Test
    void aRestoreOfAllDataProvesTheBackup() {
        assertThat(Sweeps.restored(COMPLETE).provesRestore()).isTrue();
        assertThat(backup(Sweeps.restored(COMPLETE))).isEqualTo("was proved restorable in this run");
        assertThat(page(Sweeps.restored(COMPLETE)).select(".gap")).isEmpty();
    }

    @Test
    void aRestoreOfSomeDataDoesNot() {
        assertThat(Sweeps.restored(PARTIAL).provesRestore()).isFalse();
        assertThat(backup(Sweeps.restored(PARTIAL)))
                .isEqualTo("was restored in this run, but not all of the data was covered and saved;"
                        + " was never proved restorable, as far as is known");
    }

    @Test
    void whatIsNotKnownIsNoProof() {
        assertThat(Sweeps.restored(DataCoverage.NONE).provesRestore()).isFalse();
        assertThat(backup(Sweeps.restored(DataCoverage.NONE)))
                .isEqualTo("was never proved restorable, as far as is known");
    }

    @Test
    void aRestoreTierThatDidNotPassProvesNothing() {
        assertThat(Sweeps.withoutRestore(COMPLETE).provesRestore()).isFalse();
    }

    @Test
    void thePageOfAGreenRecipeNamesEachPlaceOnce() {
        Document page = page(Sweeps.restored(PARTIAL));

        assertThat(page.select(".gap .title").eachText())
                .containsExactly(
                        "Data that is not covered and not saved", "Data that is not covered", "Data that is not saved");
        assertThat(page.select(".gap li").eachText()).containsExactly(OUTSIDE, READ_ONLY, EXCLUDED);
    }

    @Test
    void programsReadTheSame() throws IOException {
        JsonNode data = json(Sweeps.restored(PARTIAL));

        assertThat(data).isEqualTo(new ObjectMapper().readTree("""
                {"restoreProved": false, "complete": false, "restored": ["volume 'content'"],
                 "notCovered": ["%s", "%s"], "notSaved": ["%s", "%s"]}
                """.formatted(OUTSIDE, READ_ONLY, OUTSIDE, EXCLUDED)));
        assertThat(json(Sweeps.restored(COMPLETE)).get("restoreProved").asBoolean())
                .isTrue();
    }

    @Test
    void readingItBackGivesTheSame(@TempDir Path folder) throws IOException {
        new ResultsFolder(folder).write(Sweeps.of(true, Sweeps.restored(PARTIAL)));

        assertThat(ResultsReader.read(folder).recipes()).containsExactly(Sweeps.restored(PARTIAL));
    }

    @Test
    void theConsoleNamesThePlacesBelowTheRecipe() {
        List<String> lines =
                new Summary(Ink.PLAIN).of(Sweeps.of(true, Sweeps.restored(PARTIAL), Sweeps.green("mumble")));

        assertThat(lines).hasSize(6);
        assertThat(lines.subList(1, 4))
                .containsExactly(
                        "  not covered and not saved: " + OUTSIDE,
                        "  not covered: " + READ_ONLY,
                        "  not saved: " + EXCLUDED);
    }

    @Test
    void theCommentNamesThemBelowAGreenRecipe() {
        assertThat(new Comment().of(Sweeps.of(true, Sweeps.restored(PARTIAL))))
                .endsWith("""

                        #### `pinboard`

                        - not covered and not saved: `%s`
                        - not covered: `%s`
                        - not saved: `%s`
                        """.formatted(OUTSIDE, READ_ONLY, EXCLUDED));
    }

    @Test
    void aReaderSeesTheFirstPlacesAndTheNumberOfTheRest() {
        List<String> many =
                IntStream.range(0, 9).mapToObj(number -> "volume " + number).toList();

        assertThat(new DataCoverage(List.of(), many, List.of(), false).gaps(2))
                .containsExactly(new DataCoverage.Gap("not covered", List.of("volume 0", "volume 1", "and 7 more")));
    }

    @Test
    void itsLinesAreMasked() {
        assertThat(PARTIAL.masked(line -> "masked"))
                .isEqualTo(new DataCoverage(
                        List.of("masked"), List.of("masked", "masked"), List.of("masked", "masked"), false));
    }

    private static String backup(RecipeResult recipe) {
        var past = new Past(
                List.of(),
                List.of(new PastOutcome(1, Sweeps.START, TierOutcome.PASSED, Duration.ofSeconds(1))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return page(recipe.withPast(past))
                .select("dt:contains(its backup) + dd")
                .text();
    }

    private static Document page(RecipeResult recipe) {
        return Jsoup.parse(new ResultsPage(LINKS).of(Sweeps.of(true, recipe)));
    }

    private static JsonNode json(RecipeResult recipe) throws IOException {
        return new ObjectMapper()
                .readTree(new ResultsJson(LINKS).of(Sweeps.of(true, recipe)))
                .at("/recipes/0/data");
    }
}
