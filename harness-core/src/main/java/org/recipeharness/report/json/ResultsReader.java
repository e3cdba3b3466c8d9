package org.recipeharness.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.recipeharness.report.model.BudgetUsed;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.LastGood;
import org.recipeharness.report.model.Note;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TestCount;
import org.recipeharness.report.model.TierOutcome;
import org.recipeharness.report.model.TierResult;

/** Reads what {@link ResultsJson} has written. */
public final class ResultsReader {

    private static final double MILLIS = 1000;

    private final Path folder;

    private ResultsReader(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Reads the results of a run. What was not written is not there: which tiers there are beside those of its recipes, and whose
     * the fault is.
     *
     * @param folder where they lie
     * @return what the run has come to
     * @throws UncheckedIOException when there are none that can be read
     * @throws IllegalArgumentException when they are written in another way; the file is named
     */
    public static SweepResults read(Path folder) {
        Path file = folder.resolve(ResultsJson.FILE);
        try {
            return new ResultsReader(folder)
                    .results(JsonMapper.builder().build().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the results in " + file, e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Reading the results in " + file + ": " + e.getMessage(), e);
        }
    }

    private SweepResults results(JsonNode node) {
        int format = node.required("format").asInt();
        if (format != ResultsJson.FORMAT) {
            throw new IllegalArgumentException("found format " + format + ", expected " + ResultsJson.FORMAT);
        }
        Instant started = Instant.parse(text(node, "started"));
        Map<String, String> chosen = new TreeMap<>();
        node.required("chosen")
                .properties()
                .forEach(each -> chosen.put(each.getKey(), each.getValue().asText()));
        List<RecipeResult> recipes = list(node, "recipes", this::recipe);
        return new SweepResults(
                started,
                started.plus(seconds(node)),
                !text(node, "state").equals("running"),
                recipes.stream()
                        .flatMap(recipe -> recipe.tiers().stream())
                        .map(TierResult::tier)
                        .distinct()
                        .toList(),
                chosen,
                recipes,
                list(node, "remarks", JsonNode::asText));
    }

    private RecipeResult recipe(JsonNode node) {
        return new RecipeResult(
                text(node, "recipe"),
                text(node, "class"),
                optional(node, "ref")
                        .map(ref -> new Head(
                                ref.asText(),
                                text(node, "commit"),
                                node.required("dirty").asBoolean())),
                list(node, "tiers", ResultsReader::tier),
                list(node, "failures", this::failure),
                tests(node.required("tests")),
                seconds(node),
                text(node, "command"),
                optional(node, "canonical").map(ResultsReader::canonical),
                optional(node, "load").map(JsonNode::asText),
                optional(node, "data").map(ResultsReader::coverage).orElse(DataCoverage.NONE),
                optional(node, "measured").map(MeasuredForm::read),
                Optional.empty(),
                Optional.empty(),
                list(node, "remarks", JsonNode::asText));
    }

    private static TierResult tier(JsonNode node) {
        return new TierResult(
                text(node, "tier"),
                outcome(node),
                optional(node, "reason").map(JsonNode::asText),
                optional(node, "begun").map(begun -> Instant.parse(begun.asText())),
                seconds(node),
                budgets(node));
    }

    /** A line for readers each, and beside it the same in numbers. */
    private static List<BudgetUsed> budgets(JsonNode node) {
        List<String> told = list(node, "readiness", JsonNode::asText);
        List<JsonNode> numbers = list(node, "budgets", Function.identity());
        return IntStream.range(0, told.size())
                .mapToObj(at -> budget(told.get(at), numbers.get(at)))
                .toList();
    }

    private static BudgetUsed budget(String told, JsonNode numbers) {
        return new BudgetUsed(
                text(numbers, "probe"),
                numbers.required("allowed").asInt(),
                millis(numbers.required("interval")),
                numbers.required("attempts").asInt(),
                seconds(numbers),
                told);
    }

    private RedCause failure(JsonNode node) {
        return new RedCause(
                text(node, "test"),
                optional(node, "tier").map(JsonNode::asText),
                outcome(node),
                text(node, "cause"),
                BlameForm.read(optional(node, "blame")),
                optional(node, "evidence").map(evidence -> Path.of(base().resolve(evidence.asText()))));
    }

    /** As a folder's address, whether it is there or not. */
    private URI base() {
        String address = folder.toUri().toString();
        return URI.create(address.endsWith("/") ? address : address + "/");
    }

    private static TestCount tests(JsonNode node) {
        return new TestCount(
                node.required("expected").asInt(),
                node.required("ended").asInt(),
                list(node, "skipped", each -> new Note(text(each, "test"), text(each, "reason"))),
                list(node, "missing", JsonNode::asText));
    }

    private static DataCoverage coverage(JsonNode node) {
        return new DataCoverage(
                list(node, "restored", JsonNode::asText),
                list(node, "notCovered", JsonNode::asText),
                list(node, "notSaved", JsonNode::asText),
                node.required("complete").asBoolean());
    }

    private static LastGood canonical(JsonNode node) {
        return new LastGood(text(node, "ref"), text(node, "commit"), Instant.parse(text(node, "promoted")));
    }

    private static TierOutcome outcome(JsonNode node) {
        String word = text(node, "outcome");
        return Stream.of(TierOutcome.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "found outcome '" + word + "', expected one of " + List.of(TierOutcome.values())));
    }

    private static Duration seconds(JsonNode node) {
        return millis(node.required("seconds"));
    }

    private static Duration millis(JsonNode seconds) {
        return Duration.ofMillis(Math.round(seconds.asDouble() * MILLIS));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }

    private static Optional<JsonNode> optional(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).filter(found -> !found.isNull());
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> reading) {
        return StreamSupport.stream(node.required(field).spliterator(), false)
                .map(reading)
                .toList();
    }
}
