package org.recipeharness.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.recipeharness.report.model.BudgetUsed;
import org.recipeharness.report.model.DataCoverage;
import org.recipeharness.report.model.Head;
import org.recipeharness.report.model.LastGood;
import org.recipeharness.report.model.Links;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.RedCause;
import org.recipeharness.report.model.SweepResults;
import org.recipeharness.report.model.TestCount;
import org.recipeharness.report.model.TierResult;
import org.recipeharness.report.model.Took;

/** What a run has come to, for programs; {@code docs/results.md} says what each field means. */
public final class ResultsJson {

    /** The name of the file in the results' folder. */
    public static final String FILE = "results.json";

    /** Raised when a field changes its meaning or goes; one that is added leaves it. */
    static final int FORMAT = 1;

    private final Links links;
    private final VerdictJson verdicts;

    public ResultsJson(Links links) {
        this.links = links;
        this.verdicts = new VerdictJson(links);
    }

    public String of(SweepResults results) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT)
                .put("state", results.state())
                .put("outcome", results.outcome().word())
                .put("started", results.started().toString())
                .put("ended", results.over() ? results.seen().toString() : null)
                .put("seconds", Took.inSeconds(results.took()));
        ObjectNode chosen = node.putObject("chosen");
        results.chosen().forEach(chosen::put);
        VerdictJson.incidents(node.putArray("incidents"), results.incidents());
        ArrayNode recipes = node.putArray("recipes");
        results.recipes().forEach(recipe -> recipes.add(recipe(recipe)));
        texts(node.putArray("remarks"), results.remarks());
        return node.toPrettyString() + "\n";
    }

    private ObjectNode recipe(RecipeResult recipe) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("recipe", recipe.recipe())
                .put("class", recipe.testClass())
                .put("outcome", recipe.outcome().word())
                .put("ref", recipe.head().map(Head::ref).orElse(null))
                .put("commit", recipe.head().map(Head::commit).orElse(null))
                .put("dirty", recipe.head().map(Head::dirty).orElse(null))
                .put("seconds", Took.inSeconds(recipe.took()))
                .put("command", recipe.command())
                .put("load", recipe.imposed().orElse(null));
        ArrayNode tiers = node.putArray("tiers");
        recipe.tiers().forEach(tier -> tiers.add(tier(tier)));
        ArrayNode failures = node.putArray("failures");
        recipe.reds().forEach(red -> failures.add(failure(red)));
        node.set("tests", tests(recipe.tests()));
        node.set("canonical", recipe.lastGood().map(ResultsJson::canonical).orElse(null));
        node.set("data", data(recipe));
        verdicts.into(node, recipe);
        node.set("past", recipe.past().map(PastJson::of).orElse(null));
        texts(node.putArray("remarks"), recipe.remarks());
        return node;
    }

    private static ObjectNode tier(TierResult tier) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("tier", tier.tier())
                .put("outcome", tier.outcome().word())
                .put("reason", tier.reason().orElse(null))
                .put("begun", tier.begun().map(Instant::toString).orElse(null))
                .put("seconds", Took.inSeconds(tier.took()));
        texts(
                node.putArray("readiness"),
                tier.readiness().stream().map(BudgetUsed::text).toList());
        ArrayNode budgets = node.putArray("budgets");
        tier.readiness().forEach(used -> budgets.add(PastJson.budget(used)));
        return node;
    }

    private ObjectNode failure(RedCause red) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("test", red.test())
                .put("tier", red.tier().orElse(null))
                .put("outcome", red.outcome().word())
                .put("cause", red.cause())
                .put("evidence", red.page().map(links::to).orElse(null));
        node.putObject("blame")
                .put("party", red.blame().party().word())
                .put("timed", red.blame().timed());
        return node;
    }

    private static ObjectNode tests(TestCount tests) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("expected", tests.expected()).put("ended", tests.ended());
        ArrayNode skipped = node.putArray("skipped");
        tests.skipped()
                .forEach(test -> skipped.addObject().put("test", test.title()).put("reason", test.text()));
        texts(node.putArray("missing"), tests.missing());
        return node;
    }

    private static ObjectNode data(RecipeResult recipe) {
        DataCoverage coverage = recipe.coverage();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("restoreProved", recipe.provesRestore()).put("complete", coverage.complete());
        texts(node.putArray("restored"), coverage.restored());
        texts(node.putArray("notCovered"), coverage.notCovered());
        texts(node.putArray("notSaved"), coverage.notSaved());
        return node;
    }

    private static ObjectNode canonical(LastGood good) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ref", good.ref())
                .put("commit", good.commit())
                .put("promoted", good.promoted().toString());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
