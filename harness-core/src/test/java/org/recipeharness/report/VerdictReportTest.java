package org.recipeharness.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.fault.Party;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.Sweeps;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.Measured;
import org.recipeharness.verdict.Red;
import org.recipeharness.verdict.Verdict;

class VerdictReportTest {

    private static final Measured MACHINE = new Measured(
            OptionalDouble.of(9.5),
            OptionalDouble.of(92),
            OptionalDouble.empty(),
            OptionalDouble.of(0),
            OptionalLong.of(1L << 30),
            1);

    private final Path folder;

    VerdictReportTest(@TempDir Path target) {
        this.folder = target.resolve("report");
    }

    @Test
    void thePageTellsTheVerdictItsReasonsAndTheAttempts() throws IOException {
        Path alone = Files.createDirectories(folder.resolve("reruns/gitea/1"));
        Files.createFile(alone.resolve("index.html"));
        Document page = Jsoup.parse(Files.readString(write(judged("gitea"))));

        assertThat(page.select(".verdict .what span").eachText())
                .containsExactly("load-sensitive", "probability of being wrong: 3.1 %");
        assertThat(page.select(".verdict .title").text()).isEqualTo("Proved: under pause:70s");
        assertThat(page.select(".verdict li").eachText()).containsExactly(Sweeps.ATTACK);
        assertThat(page.select(".attempts tbody tr").eachText())
                .containsExactly(
                        "in the sweep under pause:70s 1 red 1 min 30 s load 9.5, CPU 92 %, memory 0 % " + Sweeps.ATTACK,
                        "alone, 1 green 1 min 30 s not measured");
        assertThat(page.select(".attempts a").attr("href")).isEqualTo("reruns/gitea/1/index.html");
        assertThat(page.select("#gitea-giteaTest dd").eachText())
                .contains("load average at most 9.5, waiting for the CPU at most 92 % of 10 s, for memory 0 %,"
                        + " at least 1024 MiB free, at most 1 runs beside");
    }

    @Test
    void anAttemptThatHasToldNothingLeadsToWhatItHasLeft() throws IOException {
        Document page = Jsoup.parse(Files.readString(write(judged("gitea"))));

        assertThat(page.select(".attempts a").attr("href")).isEqualTo("reruns/gitea/1");
    }

    @Test
    void theVerdictsAreSeenAtAGlance() throws IOException {
        Document page = Jsoup.parse(Files.readString(write(judged("gitea"), Sweeps.green("mumble"))));

        assertThat(page.select(".glance thead th").eachText()).startsWith("recipe", "outcome", "verdict", "install");
        assertThat(page.select(".glance td[data-is=verdict]").eachText()).containsExactly("load-sensitive", "–");
        assertThat(page.select(".glance td[data-is=verdict]").attr("title")).isEqualTo("Proved: under pause:70s");
    }

    @Test
    void whatFailedStandsAboveTheVerdictAndWhatFollowsFromItBelow() throws IOException {
        Document page = Jsoup.parse(Files.readString(write(judged("gitea"))));

        assertThat(page.select("#gitea-giteaTest > .note, #gitea-giteaTest > .following")
                        .eachAttr("class"))
                .containsExactly("note red", "note verdict", "following");
        assertThat(page.select(".following summary").text()).isEqualTo("1 test has no evidence because of that");
        assertThat(page.select(".following .note").eachAttr("class")).containsExactly("note open");
    }

    @Test
    void programsReadTheSame() throws IOException {
        write(judged("gitea"));
        JsonNode recipe = json().at("/recipes/0");

        assertThat(recipe.at("/verdict/kind").asText()).isEqualTo("load-sensitive");
        assertThat(recipe.at("/verdict/wrong").asDouble()).isEqualTo(1 / 32.0);
        assertThat(recipe.at("/verdict/evidence/0").asText()).isEqualTo(Sweeps.ATTACK);
        assertThat(recipe.at("/attempts")).hasSize(2);
        assertThat(recipe.at("/attempts/0/imposed").asText()).isEqualTo("pause:70s");
        assertThat(recipe.at("/attempts/0/reds/0/party").asText()).isEqualTo("recipe");
        assertThat(recipe.at("/attempts/0/reds/0/timed").asBoolean()).isTrue();
        assertThat(recipe.at("/attempts/1/measured").isNull()).isTrue();
        assertThat(recipe.at("/attempts/1/results").asText()).isEqualTo("reruns/gitea/1");
        assertThat(recipe.at("/measured/cpu").asDouble()).isEqualTo(92);
        assertThat(recipe.at("/measured/io").isNull()).isTrue();
        assertThat(recipe.at("/measured/free").asLong()).isEqualTo(1L << 30);
        assertThat(recipe.at("/failures/0/blame/party").asText()).isEqualTo("untold");
    }

    @Test
    void theConsoleTellsTheVerdictBehindTheOutcome() {
        assertThat(new Summary(Ink.PLAIN).of(judged("gitea")))
                .contains("  FAILED: load-sensitive (probability of being wrong: 3.1 %)  ");
    }

    @Test
    void severalRecipesWithOneCauseAreOneIncident() throws IOException {
        Document page = Jsoup.parse(Files.readString(write(judged("gitea"), judged("mumble"))));

        assertThat(page.select(".incident .what span").eachText())
                .containsExactly("one cause", "2 recipes: gitea, mumble", "load-sensitive");
        assertThat(json().at("/incidents/0/recipes")).hasSize(2);
        assertThat(json().at("/incidents/0/kind").asText()).isEqualTo("load-sensitive");
        assertThat(new Summary(Ink.PLAIN).of(Sweeps.of(true, judged("gitea"), judged("mumble"))))
                .anyMatch(line -> line.startsWith("One cause of 2 recipes, gitea, mumble: "));
    }

    private Path write(RecipeResult... recipes) throws IOException {
        return new ResultsFolder(folder).write(Sweeps.of(true, recipes));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("results.json").toFile());
    }

    private RecipeResult judged(String recipe) {
        RecipeResult red = Sweeps.red(folder.resolve("page.html"));
        var verdict = new Verdict(
                Verdict.Kind.LOAD_SENSITIVE,
                "Proved: under pause:70s",
                List.of(Sweeps.ATTACK),
                OptionalDouble.of(1 / 32.0));
        return new RecipeResult(
                recipe,
                "org.example." + recipe + "Test",
                red.head(),
                red.tiers(),
                red.reds(),
                red.tests(),
                red.took(),
                red.command(),
                red.lastGood(),
                Optional.empty(),
                DataCoverage.NONE,
                Optional.of(MACHINE),
                Optional.of(new Judged(List.of(inTheSweep(), alone(recipe)), verdict)),
                Optional.empty(),
                List.of());
    }

    private static Attempt inTheSweep() {
        var late = new Red("Install.becomesReady", Optional.of("install"), false, Party.RECIPE, true, Sweeps.ATTACK);
        return new Attempt(
                0,
                Optional.of("pause:70s"),
                Sweeps.START,
                Duration.ofSeconds(90),
                List.of(late),
                Optional.of(MACHINE),
                Optional.empty());
    }

    private Attempt alone(String recipe) {
        return new Attempt(
                1,
                Optional.empty(),
                Sweeps.START,
                Duration.ofSeconds(90),
                List.of(),
                Optional.empty(),
                Optional.of(folder.resolve("reruns/" + recipe + "/1")));
    }
}
