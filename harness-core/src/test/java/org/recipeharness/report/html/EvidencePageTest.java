package org.recipeharness.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.Masking;
import org.recipeharness.report.model.Failed;
import org.recipeharness.report.model.LogLine;
import org.recipeharness.report.model.Note;
import org.recipeharness.report.model.RedTest;
import org.recipeharness.report.model.ServiceStory;
import org.recipeharness.report.model.TaskStory;

class EvidencePageTest {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SECRET = "p/$ä&\"w\\rd<?";

    @Test
    void tellsWhatFailedFirst() {
        Document page = page(red("first line\nmore of it", "listening"));

        assertThat(page.title()).isEqualTo("Red: Install.becomesReady");
        assertThat(page.select("h1").text()).isEqualTo("first line");
        assertThat(page.select("header pre").text()).isEqualTo("more of it");
        assertThat(page.select("header .tier").text()).isEqualTo("install");
        assertThat(page.select("main section").eachAttr("id"))
                .containsExactly("facts", "findings", "adapted", "readiness", "tasks", "logs", "repeat", "files");
        assertThat(page.select("nav a").eachAttr("href"))
                .allSatisfy(href -> assertThat(page.select(href)).hasSize(1));
        assertThat(page.select("#repeat code").text()).isEqualTo("mvn test -Drecipe=demo");
    }

    @Test
    void needsNothingBesideIt() {
        Document page = page(red("broken", "see http://elsewhere.example.test/x.js"));

        assertThat(page.select("script, link, img, iframe, object, [src]")).isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
        assertThat(page.select("style").html())
                .doesNotContain("url(", "@import")
                .contains("prefers-color-scheme:dark");
    }

    @Test
    void showsMarkupOfOthersAsText() {
        String attack = "</pre><script>alert(1)</script><b onclick=\"x\">";
        Document page = page(red(attack, attack));

        assertThat(page.select("script, b, [onclick]")).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo(attack);
        assertThat(page.select("#logs pre").text()).contains(attack);
    }

    @Test
    void putsTheEndsOfTasksAndTheFailureBetweenTheLinesOfTheLog() {
        Elements lines = page(red("broken", "one", "two")).select("#logs pre > span");

        assertThat(lines.eachText())
                .containsExactly(
                        "12:00:01.000 one",
                        "12:00:01.500 — task abcdefgh failed with exit code 3 —",
                        "12:00:02.000 two",
                        "12:00:10.000 — the failure was noticed —");
        assertThat(lines.eachAttr("class")).containsExactly("line", "bad", "line", "failure");
    }

    @Test
    void endsALineOfTheLogThatItCuts() {
        String log = page(red("broken", "x".repeat(5_000), "two"))
                .expectFirst("#logs pre")
                .wholeText();

        assertThat(log).contains("more characters)\n").contains("12:00:02.000 two\n");
    }

    @Test
    void drawsTasksAlongTheTimeFromTheFirstOneToTheFailure() {
        Elements row = page(red("broken", "one")).select("#tasks tbody tr");

        assertThat(row.select("td").eachText())
                .containsExactly("abcdefgh", "1", "failed", "12:00:00.000", "12:00:01.500", "3", "non-zero exit");
        assertThat(row.select(".bar i").attr("style")).isEqualTo("left:0.00%;width:15.00%");
        assertThat(row.hasClass("bad")).isTrue();
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Document page = page(new RedTest(
                failed("broken"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "mvn test"));

        assertThat(page.select("main section").eachAttr("id")).containsExactly("facts", "repeat", "files");
    }

    @Test
    void hidesSecretsWhereverTheyStandAndHoweverTheyAreWritten() {
        byte[] login = ("admin:" + SECRET + ";").getBytes(StandardCharsets.UTF_8);
        String all = String.join(
                " | ",
                SECRET,
                URLEncoder.encode(SECRET, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(login),
                "p/$ä&amp;&quot;w\\rd&lt;?");
        Note note = new Note(all, all);
        var red = new RedTest(
                new Failed(all, Optional.of(all), all + "\n" + all, all, START),
                List.of(note),
                List.of(note),
                List.of(note),
                List.of(note),
                List.of(new ServiceStory(
                        all,
                        all,
                        List.of(new TaskStory(all, 1, all, true, true, START, START, OptionalInt.of(1), all)),
                        List.of(new LogLine(Optional.of(START), all)))),
                List.of(note),
                all);

        String page = new EvidencePage(Masking.of(List.of(), List.of(SECRET))::mask).of(red);
        String text = Jsoup.parse(page).wholeText();

        assertThat(text).contains(Masking.MASK);
        Stream.of(all.split(" \\| "))
                .forEach(form -> assertThat(text)
                        .doesNotContain(form.replace("&amp;", "&"))
                        .doesNotContain(form));
        assertThat(page).doesNotContain("w\\rd", "w%5Crd", "IndccmQ");
    }

    @Test
    void masksBeforeItCuts() {
        UnaryOperator<String> masking = text -> text.replace("sesame!", "********");
        var line = new LogLine(Optional.empty(), "x".repeat(497) + "sesame!");

        String page = new EvidencePage(masking).of(red("broken", List.of(line)));

        assertThat(page).doesNotContain("xses");
    }

    @Test
    void staysOfASizeThatABrowserOpens() {
        var long1 = new LogLine(Optional.empty(), "<".repeat(100_000));

        assertThat(new EvidencePage(text -> text).of(red("broken", Collections.nCopies(2000, long1))))
                .hasSizeLessThan(6_000_000);
    }

    @Test
    void takesColoursOfATerminalAway() {
        assertThat(page(red("broken", "\u001B[31mred\u001B[0m \u0007"))
                        .select("#logs .line")
                        .text())
                .isEqualTo("12:00:01.000 red \uFFFD");
    }

    private static Document page(RedTest red) {
        return Jsoup.parse(new EvidencePage(text -> text).of(red));
    }

    private static Failed failed(String message) {
        return new Failed("Install.becomesReady", Optional.of("install"), message, "trace", START.plusSeconds(10));
    }

    private static RedTest red(String message, String... log) {
        return red(
                message,
                Stream.iterate(1, at -> at + 1)
                        .limit(log.length)
                        .map(at -> new LogLine(Optional.of(START.plusSeconds(at)), log[at - 1]))
                        .toList());
    }

    private static RedTest red(String message, List<LogLine> log) {
        var task = new TaskStory(
                "abcdefgh", 1, "failed", true, true, START, START.plusMillis(1500), OptionalInt.of(3), "non-zero exit");
        Note note = new Note("title", "text");
        return new RedTest(
                failed(message),
                List.of(note),
                List.of(note),
                List.of(note),
                List.of(note),
                List.of(new ServiceStory("app", "example/app:1, 1 wanted", List.of(task), log)),
                List.of(note),
                "mvn test -Drecipe=demo");
    }
}
