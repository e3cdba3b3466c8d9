package org.recipeharness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.report.model.Links;
import org.recipeharness.report.model.Sweeps;
import org.recipeharness.report.model.TierOutcome;

class ResultsTest {

    private final Path target;

    ResultsTest(@TempDir Path target) {
        this.target = target;
    }

    @Test
    void showsRecipesByTiersInWordsTheWorstFirst() throws IOException {
        Document page = page();

        assertThat(page.select("h1").text()).isEqualTo("3 recipes: 1 failed, 1 passed, 1 not run");
        assertThat(page.select(".glance thead th").eachText())
                .containsExactly("recipe", "outcome", "install", "upgrade", "custom", "reattach", "took");
        assertThat(page.select(".glance tbody tr").eachText())
                .containsExactly(
                        "gitea failed passed – unverified failed 1 min 1 s",
                        "mumble passed passed not applicable – – 1 min 1 s",
                        "immich not run not run – – – 1 min 1 s");
    }

    @Test
    void theCauseOfARedIsOneClickAwayAndItsEvidenceAnother() throws IOException {
        Document page = page();

        String first = page.select(".glance tbody a").attr("href");
        assertThat(page.select(first + " .note .title").eachText()).containsExactly(Sweeps.ATTACK, "left behind");
        String second = page.select(first + " .note a").attr("href");
        assertThat(second).isEqualTo("../surefire-reports/a%20page%25%23%3A.html");
        assertThat(page.select(".glance tbody a").eachAttr("href"))
                .allSatisfy(href ->
                        assertThat(page.getElementById(href.substring(1))).isNotNull());
    }

    @Test
    void drawsTheTiersAlongTheTimeOfTheirRecipe() throws IOException {
        Document page = page();

        assertThat(page.select("#gitea-giteaTest .bars i").eachAttr("title"))
                .containsExactly("install: passed, 1.5 s", "custom: unverified, 1.5 s", "reattach: failed, 1.5 s");
        assertThat(page.select("#gitea-giteaTest .bars i").eachAttr("class")).containsExactly("green", "open", "red");
        assertThat(page.select("#gitea-giteaTest .bars i").eachAttr("style"))
                .containsExactly("left:0.00%;width:20.00%", "left:26.67%;width:20.00%", "left:80.00%;width:20.00%");
        assertThat(page.select("#gitea-giteaTest .ends span").eachText())
                .containsExactly("2026-01-01 22:00 UTC", "7.5 s");
        assertThat(page.select("#mumble-mumbleTest .bars i").eachText()).containsExactly("install");
        assertThat(page.select("#immich-immichTest .timeline")).isEmpty();
    }

    @Test
    void tellsWhatIsMissingAndWhatWasSkippedAndTheCanonical() throws IOException {
        Document page = page();

        assertThat(page.select("header .tier").text()).isEqualTo("incomplete");
        assertThat(page.select("#immich-immichTest .note").text())
                .isEqualTo("Install.becomesReady expected, and nothing was heard of it");
        assertThat(page.select("#mumble-mumbleTest").text())
                .contains(
                        "Not run: Custom.sings: until it can",
                        "moving tag",
                        "0.9.0+1.0.0, promoted 2026-01-01 22:00 UTC",
                        "mvn test -Drecipe=mumble");
    }

    @Test
    void needsNothingBesideItAndShowsMarkupOfOthersAsText() throws IOException {
        Document page = page();

        assertThat(page.select("script, link, img, iframe, object, [src], b, [onclick]"))
                .isEmpty();
        assertThat(page.select("style").html())
                .doesNotContain("url(", "@import")
                .contains("prefers-color-scheme:dark");
    }

    @Test
    void anUnfinishedRunIsRunningAndMissesNothingYet() {
        var results = Sweeps.of(false, Sweeps.green("mumble"));

        assertThat(results.state()).isEqualTo("running");
        assertThat(results.outcome()).isEqualTo(TierOutcome.PASSED);
    }

    @Test
    void ofSeveralClassesOfARecipeTheBadgeShowsTheWorst() throws IOException {
        new ResultsFolder(folder()).write(Sweeps.of(true, Sweeps.green("gitea"), Sweeps.red(evidence())));

        assertThat(Files.readString(folder().resolve("badge-gitea.svg"))).contains("aria-label=\"gitea: failed\"");
    }

    @Test
    void leavesNothingUnfinishedAndTakesThePlaceOfEarlierResults() throws IOException {
        new ResultsFolder(folder()).write(Sweeps.mixed(evidence()));
        new ResultsFolder(folder()).write(Sweeps.of(true, Sweeps.green("mumble")));

        assertThat(Files.readString(folder().resolve("results.json"))).doesNotContain("gitea");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "index.html",
                            "results.json",
                            "comment.md",
                            "badge-gitea.svg",
                            "badge-mumble.svg",
                            "badge-immich.svg");
        }
    }

    @Test
    void aFileInItsPlaceIsAnError() throws IOException {
        Path blocked = Files.writeString(target.resolve("blocked"), "");

        assertThatThrownBy(() -> new ResultsFolder(blocked).write(Sweeps.mixed(evidence())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("blocked");
    }

    @Test
    void aPageElsewhereIsLinkedByItsWholeAddress() {
        assertThat(new Links(folder()).to(Path.of("/elsewhere/page.html"))).isEqualTo("file:///elsewhere/page.html");
    }

    @Test
    void theSummaryHasColoursWhereTheyAreWanted() {
        var results = Sweeps.mixed(evidence());

        assertThat(new Summary(Ink.COLOURED).of(results))
                .hasSize(4)
                .anyMatch(line -> line.contains("reattach \u001B[31mfailed\u001B[0m"));
        assertThat(new Summary(Ink.PLAIN).of(results))
                .noneMatch(line -> line.contains("\u001B"))
                .last()
                .isEqualTo("Recipes: 3, FAILED, incomplete, 12 min 34 s");
    }

    private Document page() throws IOException {
        return Jsoup.parse(Files.readString(new ResultsFolder(folder()).write(Sweeps.mixed(evidence()))));
    }

    private Path folder() {
        return target.resolve("harness-report");
    }

    private Path evidence() {
        return target.resolve("surefire-reports/a page%#:.html");
    }
}
