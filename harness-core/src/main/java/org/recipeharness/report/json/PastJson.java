package org.recipeharness.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.recipeharness.report.model.BudgetProposal;
import org.recipeharness.report.model.BudgetUsed;
import org.recipeharness.report.model.Past;
import org.recipeharness.report.model.PastVersion;
import org.recipeharness.report.model.Recalled;
import org.recipeharness.report.model.Suspect;
import org.recipeharness.report.model.Suspects;
import org.recipeharness.report.model.Took;

/** What is known of a recipe from earlier runs, for programs. */
final class PastJson {

    private PastJson() {}

    static ObjectNode of(Past past) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode changes = node.putArray("changes");
        past.changes()
                .forEach(change ->
                        changes.addObject().put("kind", change.kind().word()).put("text", change.text()));
        ArrayNode outcomes = node.putArray("outcomes");
        past.outcomes()
                .forEach(outcome -> outcomes.addObject()
                        .put("run", outcome.run())
                        .put("when", outcome.when().toString())
                        .put("outcome", outcome.outcome().word())
                        .put("seconds", Took.inSeconds(outcome.took())));
        node.set("restoreProved", past.restoreProved().map(PastJson::version).orElse(null));
        node.set("lastGreen", past.lastGreen().map(PastJson::version).orElse(null));
        node.set("suspects", past.suspects().map(PastJson::suspects).orElse(null));
        node.set("firstBad", past.firstBad().map(PastJson::suspect).orElse(null));
        ArrayNode proposals = node.putArray("proposals");
        past.proposals().forEach(proposal -> proposals.add(proposal(proposal)));
        node.set("recalled", past.recalled().map(PastJson::recalled).orElse(null));
        return node;
    }

    static ObjectNode budget(BudgetUsed used) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("probe", used.probe())
                .put("allowed", used.allowed())
                .put("interval", Took.inSeconds(used.interval()))
                .put("attempts", used.attempts())
                .put("seconds", Took.inSeconds(used.elapsed()));
    }

    private static ObjectNode version(PastVersion version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("run", version.run())
                .put("when", version.when().toString())
                .put("ref", version.head().ref())
                .put("commit", version.head().commit());
    }

    private static ObjectNode suspects(Suspects suspects) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("count", suspects.count());
        ArrayNode newest = node.putArray("newest");
        suspects.newest().forEach(suspect -> newest.add(suspect(suspect)));
        return node;
    }

    private static ObjectNode suspect(Suspect suspect) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("commit", suspect.commit())
                .put("when", suspect.when().toString())
                .put("subject", suspect.subject());
    }

    private static ObjectNode proposal(BudgetProposal proposal) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("tier", proposal.tier())
                .put("probe", proposal.probe())
                .put("allowed", proposal.allowed())
                .put("budget", proposal.budget())
                .put("longest", Took.inSeconds(proposal.longest()))
                .put("observed", proposal.observed());
    }

    private static ObjectNode recalled(Recalled recalled) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("run", recalled.run())
                .put("when", recalled.when().toString())
                .put("told", recalled.told());
    }
}
