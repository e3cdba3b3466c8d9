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
import org.recipeharness.report.html.ResultsPage;
import org.recipeharness.report.json.ResultsJson;
import org.recipeharness.report.model.BudgetProposal;
import org.recipeharness.report.model.Change;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.Links;
import org.recipeharness.report.model.Past;
import org.recipeharness.report.model.PastOutcome;
import org.recipeharness.report.model.PastVersion;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.Suspect;
import org.recipeharness.report.model.Suspects;
import org.recipeharness.report.model.Sweeps;
import org.recipeharness.report.model.TierOutcome;

class PastTest {

    private static final Path PAGE = Path.of("target/surefire-reports/page.html");
    private static final Links LINKS = new Links(Path.of("target/harness-report"));

    @Test
    void whatChangedStandsAboveAllElseAndLeadsToItsRecipe() {
        Document page = page(known());

        assertThat(page.select("main > :first-child h2").text()).isEqualTo("What changed since the last sweep");
        assertThat(page.select(".changes li").eachText()).containsExactly("giteanewly redit was " + Sweeps.ATTACK);
        assertThat(page.select(".changes li a").attr("href"))
                .isEqualTo(page.select(".glance tbody a").attr("href"));
        assertThat(page.select("script, b")).isEmpty();
    }

    @Test
    void aBarARunHasItsOutcomeAndTimeInWords() {
        Document page = page(known());

        assertThat(page.select(".spark rect").eachAttr("class")).containsExactly("green", "red", "red");
        assertThat(page.select(".spark rect").eachAttr("height")).containsExactly("4", "14", "28");
        assertThat(page.select(".spark title").eachText())
                .containsExactly(
                        "2026-01-01 22:00 UTC: passed, 1.0 s",
                        "2026-01-01 22:00 UTC: failed, 30.8 s",
                        "2026-01-01 22:00 UTC: failed, 1 min 1 s");
    }

    @Test
    void theSuspectsAndTheProofsAreToldWithTheRecipe() {
        Document page = page(known());

        assertThat(page.select("details:not(.following) summary").text())
                .isEqualTo("The first bad commit is one of these 25");
        assertThat(page.select("details:not(.following) li")).hasSize(20);
        assertThat(page.select("details:not(.following)").text())
                .contains("and 5 older ones")
                .contains("change 0");
        assertThat(page.select("dl").text())
                .contains("was last proved restorable on 2026-01-01 22:00 UTC, 0.9.0+1.0.0, commit " + "b".repeat(40))
                .contains("last green before 2026-01-01 22:00 UTC, 0.9.0+1.0.0")
                .contains("-Dharness.budget.tcp=5x5s would do in install, in place of 36 attempts: the longest wait of"
                        + " the last 7 was 11.0 s");
    }

    @Test
    void whereNothingIsKnownNothingIsSaidOfThePast() {
        Document page = Jsoup.parse(new ResultsPage(LINKS).of(Sweeps.of(true, Sweeps.red(PAGE))));

        assertThat(page.select(".changes, .spark")).isEmpty();
        assertThat(page.select("dl").text()).doesNotContain("restorable");
    }

    @Test
    void aNightWithoutAChangeSaysSo() {
        Past past = new Past(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        Document page = page(Sweeps.green("mumble").withPast(past));

        assertThat(page.select(".changes").text()).isEqualTo("What changed since the last sweep Nothing.");
    }

    @Test
    void programsReadTheSame() throws IOException {
        JsonNode results = new ObjectMapper().readTree(new ResultsJson(LINKS).of(Sweeps.of(true, known())));
        JsonNode past = results.at("/recipes/0/past");

        assertThat(results.at("/remarks/0").asText()).isEqualTo("the history can't be told");
        assertThat(past.at("/changes/0/kind").asText()).isEqualTo("newly red");
        assertThat(past.at("/outcomes/1/outcome").asText()).isEqualTo("failed");
        assertThat(past.at("/outcomes/1/seconds").asDouble()).isEqualTo(30.75);
        assertThat(past.at("/restoreProved/commit").asText()).isEqualTo("b".repeat(40));
        assertThat(past.at("/lastGreen/run").asLong()).isEqualTo(1);
        assertThat(past.at("/suspects/count").asInt()).isEqualTo(25);
        assertThat(past.at("/suspects/newest")).hasSize(20);
        assertThat(past.at("/proposals/0/budget").asText()).isEqualTo("5x5s");
        assertThat(past.get("firstBad").isNull()).isTrue();
        assertThat(past.get("recalled").isNull()).isTrue();
        assertThat(results.at("/recipes/0/tiers/0/readiness/0").asText()).isEqualTo("tcp: 2 of 36 attempts");
        assertThat(results.at("/recipes/0/tiers/0/budgets/0/seconds").asDouble())
                .isEqualTo(5.1);
        assertThat(results.at("/recipes/0/tiers/0/budgets/0/allowed").asInt()).isEqualTo(36);
    }

    private static Document page(RecipeResult recipe) {
        return Jsoup.parse(new ResultsPage(LINKS).of(Sweeps.of(true, recipe)));
    }

    private static RecipeResult known() {
        var version = new PastVersion(1, Sweeps.START, new Head("0.9.0+1.0.0", "b".repeat(40), false));
        return Sweeps.red(PAGE)
                .withPast(new Past(
                                List.of(new Change(Change.Kind.NEWLY_RED, "it was " + Sweeps.ATTACK)),
                                List.of(
                                        new PastOutcome(1, Sweeps.START, TierOutcome.PASSED, Duration.ofSeconds(1)),
                                        new PastOutcome(
                                                2, Sweeps.START, TierOutcome.FAILED, Duration.ofMillis(30_750))),
                                Optional.of(version),
                                Optional.of(version),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new BudgetProposal(
                                        "install", "tcp", 36, 5, Duration.ofSeconds(5), Duration.ofSeconds(11), 7)),
                                Optional.empty())
                        .withSuspects(Suspects.of(IntStream.range(0, 25)
                                .mapToObj(at -> new Suspect("d".repeat(40), Sweeps.START, "change " + at))
                                .toList())));
    }
}
