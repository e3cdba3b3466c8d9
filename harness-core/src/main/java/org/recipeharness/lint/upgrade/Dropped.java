package org.recipeharness.lint.upgrade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recipeharness.compose.Yaml.Scalar;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Severity;
import org.recipeharness.lint.published.SwarmName;
import org.recipeharness.lint.published.Thing;
import org.recipeharness.stack.External;

/**
 * Looks for what an older release had and a newer one has not, or has under another name.
 *
 * @param kind of what
 */
public record Dropped(Kind kind) implements Check.OfUpgrade {

    /** What is left behind on the swarms of operators. */
    public enum Kind {
        VOLUME("volume", "its data stays behind under the old name, and the app starts without it"),
        SERVICE(
                "service",
                "abra removes no service that is gone from a recipe, so it keeps running beside the new ones"),
        SECRET("secret", "nothing hands its value on to another one");

        private final String noun;
        private final String consequence;

        Kind(String noun, String consequence) {
            this.noun = noun;
            this.consequence = consequence;
        }

        private Map<String, Thing> of(Published recipe) {
            var things = new LinkedHashMap<String, Thing>();
            recipe.things(noun + "s")
                    .filter(thing -> this != VOLUME || !External.is(thing.written()))
                    .forEach(thing -> things.putIfAbsent(identity(thing), thing));
            return things;
        }

        private String identity(Thing thing) {
            // Of a secret the name changes with its version.
            return this == VOLUME ? SwarmName.written(thing).map(Scalar::text).orElse(thing.key()) : thing.key();
        }
    }

    @Override
    public List<Remark> look(Published head, Published base) {
        Map<String, Thing> now = kind.of(head);
        Map<String, Thing> before = kind.of(base);
        return before.entrySet().stream()
                .filter(entry -> !now.containsKey(entry.getKey()))
                .map(entry -> remark(entry.getKey(), entry.getValue(), added(entry.getValue(), now, before), base))
                .toList();
    }

    /** What is new in the file that a thing was dropped from may be the same thing. */
    private static List<String> added(Thing dropped, Map<String, Thing> now, Map<String, Thing> before) {
        return now.entrySet().stream()
                .filter(entry -> !before.containsKey(entry.getKey()))
                .filter(entry ->
                        entry.getValue().origin().file().equals(dropped.origin().file()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Remark remark(String name, Thing dropped, List<String> added, Published base) {
        String gone = "the " + kind.noun + " '" + name + "' is no longer there";
        if (kind == Kind.SECRET && added.isEmpty()) {
            return new Remark(
                            base.asBase(dropped.origin()),
                            gone + "; it stays on the swarms of operators until they remove it")
                    .as(Severity.NOTE);
        }
        return new Remark(
                base.asBase(dropped.origin()),
                gone + (added.isEmpty() ? "" : " (new are " + added + ": was it renamed?)") + ": " + kind.consequence
                        + ". Keep the name, or tell operators in the release notes what to do");
    }
}
