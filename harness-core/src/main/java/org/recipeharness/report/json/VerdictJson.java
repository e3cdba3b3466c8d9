package org.recipeharness.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.recipeharness.report.model.Links;
import org.recipeharness.report.model.RecipeResult;
import org.recipeharness.report.model.Took;
import org.recipeharness.verdict.Attempt;
import org.recipeharness.verdict.Judged;
import org.recipeharness.verdict.Measured;
import org.recipeharness.verdict.NightIncident;
import org.recipeharness.verdict.Red;
import org.recipeharness.verdict.Verdict;

/** Whose a red is and what that rests on, for programs. */
final class VerdictJson {

    private final Links links;

    VerdictJson(Links links) {
        this.links = links;
    }

    void into(ObjectNode node, RecipeResult recipe) {
        node.set("measured", recipe.measured().map(VerdictJson::measured).orElse(null));
        node.set(
                "verdict",
                recipe.judged().map(Judged::verdict).map(VerdictJson::verdict).orElse(null));
        ArrayNode attempts = node.putArray("attempts");
        recipe.judged().ifPresent(judged -> judged.attempts().forEach(each -> attempts.add(attempt(each))));
    }

    static void incidents(ArrayNode array, List<NightIncident> incidents) {
        for (NightIncident incident : incidents) {
            ObjectNode node = array.addObject()
                    .put("cause", incident.cause().text())
                    .put("kind", incident.kind().map(Verdict.Kind::word).orElse(null));
            ArrayNode recipes = node.putArray("recipes");
            incident.recipes().forEach(recipes::add);
        }
    }

    private static ObjectNode measured(Measured measured) {
        return node().put("load", number(measured.load()))
                .put("cpu", number(measured.cpu()))
                .put("io", number(measured.io()))
                .put("memory", number(measured.memory()))
                .put(
                        "free",
                        measured.free().isPresent()
                                ? Long.valueOf(measured.free().getAsLong())
                                : null)
                .put("beside", measured.beside());
    }

    private static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = node().put("kind", verdict.kind().word()).put("because", verdict.because());
        ArrayNode evidence = node.putArray("evidence");
        verdict.evidence().forEach(evidence::add);
        return node.put("wrong", number(verdict.wrong()));
    }

    private ObjectNode attempt(Attempt attempt) {
        ObjectNode node = node().put("number", attempt.number())
                .put("imposed", attempt.imposed().orElse(null))
                .put("begun", attempt.begun().toString())
                .put("seconds", Took.inSeconds(attempt.took()))
                .put("results", attempt.results().map(links::to).orElse(null));
        node.set("measured", attempt.measured().map(VerdictJson::measured).orElse(null));
        ArrayNode reds = node.putArray("reds");
        attempt.reds().forEach(red -> reds.add(red(red)));
        return node;
    }

    private static ObjectNode red(Red red) {
        return node().put("test", red.test())
                .put("tier", red.tier().orElse(null))
                .put("follows", red.follows())
                .put("party", red.party().word())
                .put("timed", red.timed())
                .put("cause", red.cause());
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? Double.valueOf(number.getAsDouble()) : null;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
