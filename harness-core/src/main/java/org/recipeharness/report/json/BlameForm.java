package org.recipeharness.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.recipeharness.fault.Party;
import org.recipeharness.verdict.Blame;

/** How it is written whom a failure is about; where it is not, nothing is known of that. */
final class BlameForm {

    private BlameForm() {}

    static Blame read(Optional<JsonNode> written) {
        return written.map(node -> new Blame(
                        party(node.path("party").asText()), node.path("timed").asBoolean()))
                .orElse(Blame.NONE);
    }

    private static Party party(String word) {
        return Stream.of(Party.values())
                .filter(party -> party.word().equals(word))
                .findFirst()
                .orElse(Party.UNTOLD);
    }
}
